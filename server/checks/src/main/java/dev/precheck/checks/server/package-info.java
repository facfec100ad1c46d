/** Whether the servers can be reached, and are the right ones in a fit state. */
package dev.precheck.checks.server;
