/** The keys that encrypt stored passwords, for the command line. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.cli.keys;
