package dev.precheck.checks.object;

import dev.precheck.checks.Families;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Program;
import dev.precheck.spi.QualifiedName;

/** Statements about stored programs. */
final class ProgramSql {

  private ProgramSql() {}

  /** Ends a trigger's work. Only PostgreSQL can keep it meanwhile. */
  static String switchOff(DatabaseEngine engine, Program trigger) {
    return Families.isPostgreSql(engine)
        ? "ALTER TABLE "
            + engine.quoted(trigger.table())
            + " DISABLE TRIGGER "
            + engine.quoted(trigger.name())
        : "DROP TRIGGER " + engine.quoted(trigger.qualified());
  }

  static String disableEvent(DatabaseEngine engine, QualifiedName event) {
    return "ALTER EVENT " + engine.quoted(event) + " DISABLE";
  }
}
