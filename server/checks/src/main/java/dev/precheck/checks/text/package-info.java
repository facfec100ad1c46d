/** Character sets and collations: which texts can be held, and how they are compared. */
package dev.precheck.checks.text;
