/**
 * The built-in checks, one file each. They come through the same door as anybody's: {@link
 * java.util.ServiceLoader}.
 */
package dev.precheck.checks;
