package dev.precheck.checks.column;

import dev.precheck.checks.SqlLiteral;
import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.QualifiedName;

/**
 * What does in PostgreSQL as ON UPDATE CURRENT_TIMESTAMP does in MySQL: an update that changes the
 * row and gives the column no other value sets it to the time (MySQL 8.0 manual, 13.2.5).
 */
final class OnUpdateTrigger {

  private OnUpdateTrigger() {}

  /** The function and its trigger, one statement behind the other. */
  static String statements(DatabaseEngine engine, QualifiedName table, Column column) {
    String name = table.name() + "_" + column.columnName() + "_on_update";
    String function = engine.quoted(new QualifiedName(table.schema(), name));
    String quoted = engine.quoted(column.columnName());
    String body = "BEGIN NEW." + quoted + " := now(); RETURN NEW; END";
    return "CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql AS %s;"
            .formatted(function, SqlLiteral.of(body))
        + " CREATE TRIGGER %s BEFORE UPDATE ON %s FOR EACH ROW"
            .formatted(engine.quoted(name), engine.quoted(table))
        + " WHEN (NEW IS DISTINCT FROM OLD AND NEW.%1$s IS NOT DISTINCT FROM OLD.%1$s)"
            .formatted(quoted)
        + " EXECUTE FUNCTION %s()".formatted(function);
  }
}
