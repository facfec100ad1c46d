/** What a caller can be told went wrong. */
@org.jspecify.annotations.NullMarked
package dev.precheck.wire.error;
