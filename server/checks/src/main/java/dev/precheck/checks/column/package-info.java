/** What columns hold and how, and whether the target can hold it too. */
package dev.precheck.checks.column;
