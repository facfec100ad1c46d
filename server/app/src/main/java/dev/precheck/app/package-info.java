/** The service and the command line. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app;
