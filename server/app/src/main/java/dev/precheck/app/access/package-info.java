/** The gate: who calls, whether they may, whose things they mean, and what is noted about it. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.access;
