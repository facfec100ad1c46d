/** The service's settings. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.config;
