/** The demo: two databases in memory, a plan with faults, and the service to judge it. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.cli.demo;
