/** The contract over HTTP; the only place that knows its generated types. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.http;
