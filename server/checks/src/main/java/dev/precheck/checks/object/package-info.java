/**
 * What hangs on tables and stands beside them: constraints, programs, views, sequences and more.
 */
package dev.precheck.checks.object;
