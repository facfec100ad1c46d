/** What the plan selects, and whether it is there on either side. */
package dev.precheck.checks.scope;
