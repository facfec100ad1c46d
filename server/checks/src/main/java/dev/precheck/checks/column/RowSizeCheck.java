package dev.precheck.checks.column;

import com.google.auto.service.AutoService;
import dev.precheck.checks.BySelection;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.Settings;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.checks.ToCreate;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Column;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Read;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;

/**
 * RDB_ROW_SIZE: rows are no longer than MySQL and MariaDB allow. Sources: MySQL manual, 8.4.7
 * (65,535 bytes, texts and byte strings without a limit apart) and 15.22 (about half an InnoDB
 * page, where long columns leave 20 bytes behind).
 */
@AutoService(Check.class)
public final class RowSizeCheck extends SourceColumnsCheck {

  private static final long LONGEST_ROW = 65_535;

  static final Problem TOO_LONG =
      Problem.error(
          "ROW_TOO_LONG",
          "A row of {table} may take {size} bytes on the target, which allows {limit}.",
          "Make long columns text or blob on the target, or create the table there by hand with shorter"
              + " ones.");
  static final Problem NO_ROOM_IN_PAGE =
      Problem.error(
          "ROW_DOES_NOT_FIT_PAGE",
          "A row of {table} takes up to {size} bytes of a page of the target, even with its long columns"
              + " outside; half a page holds {limit}.",
          "Split the table, or use a target with a larger innodb_page_size.");

  static final CheckType TYPE =
      CheckType.of("RDB_ROW_SIZE")
          .title("Row size")
          .condition(
              "Rows of the tables that are created on the target fit into its rows and pages.")
          .why("MySQL and MariaDB do not create a table whose rows may be too long.")
          .when(When.anyOf(Phase.STRUCTURE).whose(Side.TARGET, "mysql", "MySQL or MariaDB"))
          .on(
              Side.SOURCE,
              ToCreate.seeing(
                  seeing(
                      Needs.reading(Server.FACET, Column.FACET).and(Read.target(Setting.FACET)))))
          .reports(TOO_LONG, NO_ROOM_IN_PAGE, HiddenColumns.PROBLEM)
          .skippable("The table is not created on the target.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    long page = Long.parseLong(Settings.of(context.target()).required("innodb_page_size"));
    long half = RowBytes.halfPage(page);
    List<Finding> findings = new ArrayList<>();
    ToCreate.among(context, BySelection.columns(context, Side.SOURCE))
        .forEach(
            (table, columns) -> {
              long row = columns.stream().mapToLong(RowBytes::inRow).sum();
              long inPage = columns.stream().mapToLong(RowBytes::inPage).sum();
              if (row > LONGEST_ROW) {
                findings.add(at(TOO_LONG, table, row, LONGEST_ROW));
              } else if (inPage > half) {
                findings.add(at(NO_ROOM_IN_PAGE, table, inPage, half));
              }
            });
    return findings;
  }

  private static Finding at(Problem problem, SelectedObject table, long size, long limit) {
    ObjectRef ref = table.ref(Side.SOURCE);
    return problem.at(ref).about(table).with("table", ref).with("size", size).with("limit", limit);
  }
}
