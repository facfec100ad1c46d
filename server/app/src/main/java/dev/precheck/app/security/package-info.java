/** How secrets are kept. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.security;
