/** A precheck's outcome as a person reads it, whether it comes from the engine or a service. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.cli.report;
