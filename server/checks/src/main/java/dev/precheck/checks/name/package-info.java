/** Checks of identifiers: what becomes of names on the target. */
package dev.precheck.checks.name;
