package dev.precheck.checks.object;

import dev.precheck.checks.Families;
import dev.precheck.spi.Constraint;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Version;
import java.util.List;
import java.util.stream.Collectors;

/** Statements about constraints. */
final class ConstraintSql {

  /**
   * From this version on PostgreSQL has constraints that are NOT ENFORCED (its release notes, E.5).
   */
  static final Version NOT_ENFORCED = Version.of(18, 0);

  private ConstraintSql() {}

  /** Checks the rows that were there before the constraint (PostgreSQL). */
  static String validate(DatabaseEngine engine, Constraint constraint) {
    return alter(engine, constraint) + " VALIDATE CONSTRAINT " + engine.quoted(constraint.name());
  }

  static String dropForeignKey(DatabaseEngine engine, Constraint key) {
    String noun = Families.isMySql(engine) ? "FOREIGN KEY " : "CONSTRAINT ";
    return alter(engine, key) + " DROP " + noun + engine.quoted(key.name());
  }

  static String addUnique(DatabaseEngine engine, QualifiedName table, List<String> columns) {
    String names = columns.stream().map(engine::quoted).collect(Collectors.joining(", "));
    return "ALTER TABLE " + engine.quoted(table) + " ADD UNIQUE (" + names + ")";
  }

  private static String alter(DatabaseEngine engine, Constraint constraint) {
    return "ALTER TABLE " + engine.quoted(constraint.table());
  }
}
