/**
 * What outlives a request and a restart; the only place that speaks SQL to the service's own
 * database.
 */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.store;
