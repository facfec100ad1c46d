/** Callers who wait until something changes. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.watch;
