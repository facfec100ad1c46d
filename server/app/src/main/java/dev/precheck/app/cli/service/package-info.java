/** The service, started and stopped by the command line. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.cli.service;
