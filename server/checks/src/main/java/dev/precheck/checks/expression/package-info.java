/** What expressions are made of, and which server knows it. */
package dev.precheck.checks.expression;
