/** Text for terminals: nothing that comes from outside may steer them. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.cli.text;
