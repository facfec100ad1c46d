/** What the command line says about databases and plans, read into the engine's types. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.cli.check;
