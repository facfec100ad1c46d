/** The types that users make in PostgreSQL, on both sides. */
package dev.precheck.checks.usertype;
