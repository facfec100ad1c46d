/** What the types of each database hold, and what becomes of them in another one. */
package dev.precheck.checks.type;
