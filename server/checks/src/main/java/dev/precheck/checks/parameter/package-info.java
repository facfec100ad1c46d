/** Settings that change what a migration means. */
package dev.precheck.checks.parameter;
