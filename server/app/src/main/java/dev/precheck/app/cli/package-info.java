/**
 * The command line. Only here is anything printed: reports to the standard output, everything else
 * to the standard error.
 */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.cli;
