/** What can be concluded from finished prechecks: whether to start, and what to run before. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.report;
