package dev.precheck.checks.text;

import dev.precheck.checks.Settings;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.Schema;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a table gets on a target of the MySQL family that is created without naming a character set
 * or a collation: that of its database, and the server's where the database is still to be created.
 */
final class SchemaDefaults {

  private final Map<String, Schema> byName;
  private final IdentifierCase compare;
  private final Settings server;

  /** The item has to read {@link Server}, {@link Schema} and {@link Setting} of the target. */
  SchemaDefaults(CheckContext context) {
    compare = context.target().row(Server.FACET).identifierCase();
    byName =
        context.target().rows(Schema.FACET).stream()
            .collect(
                Collectors.toMap(
                    schema -> compare.key(schema.name()), Function.identity(), (a, b) -> a));
    server = Settings.of(context.target());
  }

  Schema of(SelectedObject table) {
    String name = table.target().schema();
    Schema there = byName.get(compare.key(name));
    return there != null
        ? there
        : new Schema(
            name, server.required("character_set_server"), server.required("collation_server"));
  }
}
