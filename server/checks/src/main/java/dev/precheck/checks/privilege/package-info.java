/** What the accounts of the migration may do, as their servers decide it. */
package dev.precheck.checks.privilege;
