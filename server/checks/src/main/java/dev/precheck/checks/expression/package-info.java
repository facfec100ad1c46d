/** What expressions of MySQL and MariaDB are made of, and which server knows it. */
package dev.precheck.checks.expression;
