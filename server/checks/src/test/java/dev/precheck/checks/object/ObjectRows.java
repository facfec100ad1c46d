package dev.precheck.checks.object;

import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Constraint;
import dev.precheck.spi.Constraint.Action;
import dev.precheck.spi.Constraint.Kind;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.Grant;
import dev.precheck.spi.Program;
import dev.precheck.spi.Program.Fires;
import dev.precheck.spi.Server;
import dev.precheck.spi.SessionRoles;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;
import dev.precheck.spi.TableTraits;
import dev.precheck.spi.ViewDefinition;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.Plans;
import java.util.Arrays;

/** Short forms of rows about what hangs on tables; the schema is {@code shop}. */
final class ObjectRows {

  private ObjectRows() {}

  static Constraint foreignKey(String child, String parent) {
    return foreignKey("shop", child, "shop", parent, Action.NO_ACTION);
  }

  static Constraint foreignKey(String child, String parent, Action onDelete) {
    return foreignKey("shop", child, "shop", parent, onDelete);
  }

  static Constraint foreignKey(
      String schema, String child, String parentSchema, String parent, Action onDelete) {
    return new Constraint(
        schema,
        child,
        Kind.FOREIGN_KEY,
        "fk",
        "",
        parentSchema,
        parent,
        "PRIMARY",
        Action.NO_ACTION,
        onDelete,
        false,
        true,
        true);
  }

  /** A column of the key that {@code foreignKey("child", "parent")} makes. */
  static ForeignKeyColumn foreignKeyColumn(int position, String column, String parentColumn) {
    return new ForeignKeyColumn(
        "shop", "child", "fk", position, column, "shop", "parent", parentColumn);
  }

  static Constraint check(String table, Kind kind, boolean validated, boolean enforced) {
    return check(table, kind, validated, enforced, "");
  }

  static Constraint check(String table, String expression) {
    return check(table, Kind.CHECK, true, true, expression);
  }

  private static Constraint check(
      String table, Kind kind, boolean validated, boolean enforced, String expression) {
    return new Constraint(
        "shop",
        table,
        kind,
        "c",
        expression,
        "",
        "",
        "",
        Action.NONE,
        Action.NONE,
        false,
        validated,
        enforced);
  }

  static Program trigger(String table, Fires fires) {
    return trigger(table, table, fires);
  }

  static Program trigger(String table, String root, Fires fires) {
    return program(Program.Kind.TRIGGER, "tr", table, root, fires, true, "");
  }

  static Program event(Fires fires) {
    return program(Program.Kind.EVENT, "e", "", "", fires, true, "");
  }

  static Program routine(Program.Kind kind, boolean logSafe, String sqlMode) {
    return program(kind, "r", "", "", Fires.NEVER, logSafe, sqlMode);
  }

  static Program function(String name) {
    return program(Program.Kind.FUNCTION, name, "", "", Fires.NEVER, true, "");
  }

  private static Program program(
      Program.Kind kind,
      String name,
      String table,
      String root,
      Fires fires,
      boolean logSafe,
      String sqlMode) {
    String rootSchema = root.isEmpty() ? "" : "shop";
    return new Program(
        "shop", kind, name, table, rootSchema, root, "app@%", "SQL", fires, logSafe, sqlMode, "");
  }

  static ViewDefinition view(String name, String text) {
    return new ViewDefinition("shop", name, "app@%", true, text);
  }

  static TableTraits plainTable(String name) {
    return traits(name, false, "", "", false);
  }

  static TableTraits traits(
      String name, boolean unlogged, String server, String parent, boolean partition) {
    return new TableTraits(
        "shop", name, unlogged, server, parent.isEmpty() ? "" : "shop", parent, partition, "", "");
  }

  /** PostgreSQL to PostgreSQL. */
  static Plans postgreSql() {
    return plan().from(DatabaseEngine.POSTGRESQL).to(DatabaseEngine.POSTGRESQL);
  }

  /** An item of the source that knows of these tables of PostgreSQL. */
  static CheckCase withTraits(String name, Plans plan, TableTraits... tables) {
    return CheckCase.given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET, Arrays.stream(tables).map(ObjectRows::table).toArray(Table[]::new))
        .source(TableTraits.FACET, tables);
  }

  private static Table table(TableTraits traits) {
    TableKind kind = traits.partition() ? TableKind.PARTITION : TableKind.TABLE;
    boolean foreign = !traits.foreignServer().isEmpty();
    return new Table(traits.schema(), traits.tableName(), foreign ? TableKind.FOREIGN_TABLE : kind);
  }

  /** What the account of the source may do. */
  static CheckCase sourceGrants(CheckCase given, String... lines) {
    return given
        .source(Server.FACET, SERVER)
        .source(Setting.FACET)
        .source(SessionRoles.FACET, new SessionRoles("migrator@10.%", ""))
        .source(Grant.FACET, rows(lines));
  }

  /** What the account of the target may do. */
  static CheckCase targetGrants(CheckCase given, String... lines) {
    return given
        .target(Server.FACET, SERVER)
        .target(Setting.FACET, new Setting("event_scheduler", "ON"))
        .target(SessionRoles.FACET, new SessionRoles("migrator@10.%", ""))
        .target(Grant.FACET, rows(lines));
  }

  private static Grant[] rows(String... lines) {
    Grant[] rows = new Grant[lines.length];
    for (int at = 0; at < lines.length; at++) {
      rows[at] = new Grant("GRANT " + lines[at] + " TO `migrator`@`10.%`");
    }
    return rows;
  }
}
