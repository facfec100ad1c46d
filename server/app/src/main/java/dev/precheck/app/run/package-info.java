/** Prechecks as work: queued, run, written down. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.run;
