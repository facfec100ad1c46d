package dev.precheck.checks.column;

import com.google.auto.service.AutoService;
import dev.precheck.checks.BySelection;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Read;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Version;
import dev.precheck.spi.When;
import java.util.List;

/**
 * RDB_INVISIBLE_COLUMN: columns that {@code SELECT *} leaves out stay so. MySQL has them since
 * 8.0.23 (manual, 13.1.20.10), MariaDB since 10.3, H2 always, PostgreSQL never.
 */
@AutoService(Check.class)
public final class InvisibleColumnCheck extends SourceColumnsCheck {

  private static final Version SINCE_MYSQL = Version.parse("8.0.23");

  static final Problem BECOMES_VISIBLE =
      Problem.warning(
          "COLUMN_BECOMES_VISIBLE",
          "{column} is invisible on the source, which {target} {version} cannot make it: SELECT * and"
              + " inserts without a column list see it there.",
          "Name columns in the application's statements, or make the column visible on the source.");
  static final Problem LEFT_OUT =
      Problem.notice(
          "SELECT_LEAVES_COLUMN_OUT",
          "{column} is invisible: a tool that copies with SELECT * leaves it out.",
          "Make sure that what copies the rows names their columns.");

  static final CheckType TYPE =
      CheckType.of("RDB_INVISIBLE_COLUMN")
          .title("Invisible column")
          .condition("Invisible columns of selected tables stay invisible on the target.")
          .why(
              "Statements that do not name columns see an invisible column as soon as it is visible, and"
                  + " lose it while it is not.")
          .on(
              Side.SOURCE,
              seeing(Needs.reading(Server.FACET, Column.FACET).and(Read.target(Server.FACET))))
          .when(When.anyOf(Phase.STRUCTURE, Phase.FULL, Phase.INCREMENTAL))
          .reports(BECOMES_VISIBLE, LEFT_OUT, HiddenColumns.PROBLEM)
          .skippable("Statements without a column list fail on the target, or miss a column.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    DatabaseEngine target = context.migration().target().engine();
    Version version = context.target().row(Server.FACET).number();
    Problem problem =
        context.migration().runs(Phase.STRUCTURE) && !canHide(target, version)
            ? BECOMES_VISIBLE
            : LEFT_OUT;
    return BySelection.columns(context, Side.SOURCE).entrySet().stream()
        .flatMap(
            table ->
                table.getValue().stream()
                    .filter(Column::invisible)
                    .map(column -> column.ref(Side.SOURCE))
                    .map(ref -> problem.at(ref).about(table.getKey()).with("column", ref)))
        .map(f -> f.with("target", target.label()).with("version", version))
        .toList();
  }

  private static boolean canHide(DatabaseEngine engine, Version version) {
    return engine.equals(DatabaseEngine.MYSQL)
        ? version.compareTo(SINCE_MYSQL) >= 0
        : !engine.equals(DatabaseEngine.POSTGRESQL);
  }
}
