/** Passwords that are kept elsewhere and only referred to. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.security.reference;
