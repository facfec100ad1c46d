/** What is stored about callers: their tokens, what they own, what they did. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.store.access;
