/** The catalogue of checks as table, page, Markdown and JSON. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.cli.catalogue;
