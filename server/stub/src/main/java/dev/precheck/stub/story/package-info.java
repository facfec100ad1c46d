/** Prechecks that move, from being submitted to their end. */
@org.jspecify.annotations.NullMarked
package dev.precheck.stub.story;
