/** Indexes: whether the target can have them, and whether the source's are whole. */
package dev.precheck.checks.index;
