/** Tells others that a precheck has ended: https://www.standardwebhooks.com, version 1. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.webhook;
