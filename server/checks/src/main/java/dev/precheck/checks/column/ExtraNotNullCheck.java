package dev.precheck.checks.column;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Families;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.List;

/** RDB_TARGET_EXTRA_NOT_NULL: no column of the target waits for a value that nobody brings. */
@AutoService(Check.class)
public final class ExtraNotNullCheck extends SourceColumnsCheck {

  static final Problem NO_VALUE =
      Problem.error(
          "EXTRA_COLUMN_WITHOUT_DEFAULT",
          "{column} is NOT NULL without a default, and the source's table has no such column: every"
              + " insert fails.",
          "Give the column a default, drop NOT NULL, or drop the column.");

  static final CheckType TYPE =
      CheckType.of("RDB_TARGET_EXTRA_NOT_NULL")
          .title("Additional target column")
          .condition(
              "A column that only the target's table has may be NULL or has a default of its own.")
          .why("Rows are written with the source's columns only.")
          .when(When.anyOf(Phase.FULL, Phase.INCREMENTAL, Phase.REVERSE))
          .on(Side.TARGET, seeing(Needs.reading(Server.FACET, Column.FACET)))
          .reports(NO_VALUE, HiddenColumns.PROBLEM)
          .skippable("The first row that is written into such a table fails.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    DatabaseEngine engine = context.endpoint().engine();
    return Pairs.of(context).stream()
        .flatMap(
            pair ->
                pair.target().stream()
                    .filter(Column::mustBeGiven)
                    .filter(column -> pair.onSource(column).isEmpty())
                    .map(column -> finding(engine, column).about(pair.table())))
        .toList();
  }

  private static Finding finding(DatabaseEngine engine, Column column) {
    ObjectRef ref = column.ref(Side.TARGET);
    return NO_VALUE.at(ref).with("column", ref).fix(dropNotNull(engine, column));
  }

  private static String dropNotNull(DatabaseEngine engine, Column column) {
    String name = engine.quoted(column.columnName());
    String change =
        Families.isMySql(engine)
            ? " MODIFY COLUMN " + name + " " + column.fullType() + charset(column) + " NULL"
            : " ALTER COLUMN " + name + " DROP NOT NULL";
    return "ALTER TABLE " + engine.quoted(column.table()) + change;
  }

  /** Left out, it would be the table's. */
  private static String charset(Column column) {
    return column.collation().isEmpty()
        ? ""
        : " CHARACTER SET " + column.charset() + " COLLATE " + column.collation();
  }
}
