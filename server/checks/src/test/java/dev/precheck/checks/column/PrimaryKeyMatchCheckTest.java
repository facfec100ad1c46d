package dev.precheck.checks.column;

import static dev.precheck.checks.HiddenCases.hidden;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.primaryKey;
import static dev.precheck.checks.Rows.uniqueKey;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Column;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.List;

class PrimaryKeyMatchCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.t");
  private static final Column[] COLUMNS = {
    Columns.mysql("shop.t", "id", "int").build(), Columns.mysql("shop.t", "code", "int").build()
  };
  private static final IndexColumn ID = primaryKey("shop", "t");
  private static final IndexColumn CODE = uniqueKey("t", "code", 1, false, true);
  private static final IndexColumn PART_OF_CODE = uniqueKey("t", "code", 1, false, false);
  private static final IndexColumn OTHER =
      new IndexColumn(
          "shop", "t", "PRIMARY", true, true, "code", "", 1, false, true, 0, "BTREE", true);

  PrimaryKeyMatchCheckTest() {
    super(new PrimaryKeyMatchCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        hidden(keys("columns are hidden", List.of(ID, CODE), List.of(ID, CODE))),
        keys("the same keys", List.of(ID, CODE), List.of(ID, CODE)).passes(),
        keys("neither has one", List.of(), List.of()).passes(),
        keys("other columns", List.of(ID), List.of(OTHER))
            .reports(PrimaryKeyMatchCheck.DIFFERS, "over (id) on the source and over (code)"),
        keys("none on the target", List.of(ID), List.of())
            .reports(PrimaryKeyMatchCheck.NONE, "none on the target"),
        keys("one more on the target", List.of(ID), List.of(ID, CODE))
            .reports(PrimaryKeyMatchCheck.EXTRA, "shop.t.uk is unique over (code)"),
        keys("a primary key on the target only", List.of(), List.of(ID))
            .reports(PrimaryKeyMatchCheck.EXTRA),
        keys("one less on the target", List.of(ID, CODE), List.of(ID))
            .reports(PrimaryKeyMatchCheck.LOST),
        keys("a primary key that was a unique key", List.of(CODE), List.of(OTHER)).passes(),
        keys("another order", List.of(first(1), second(2)), List.of(first(2), second(1))).passes(),
        keys("a key over some rows", List.of(ID, PART_OF_CODE), List.of(ID)).passes(),
        given("the table is not there", Side.TARGET, ONE.build())
            .source(Server.FACET, SERVER)
            .target(Server.FACET, SERVER)
            .source(Column.FACET, COLUMNS)
            .target(Column.FACET)
            .source(IndexColumn.FACET, ID)
            .target(IndexColumn.FACET)
            .passes(),
        given("indexes are hidden", Side.TARGET, ONE.build())
            .source(Server.FACET, SERVER)
            .target(Server.FACET, SERVER)
            .source(Column.FACET, COLUMNS)
            .target(Column.FACET, COLUMNS)
            .source(IndexColumn.FACET, ID)
            .refused(Side.TARGET, IndexColumn.FACET)
            .cannotTell());
  }

  private static IndexColumn first(int position) {
    return part("id", position);
  }

  private static IndexColumn second(int position) {
    return part("code", position);
  }

  private static IndexColumn part(String column, int position) {
    return new IndexColumn(
        "shop", "t", "PRIMARY", true, true, column, "", position, false, true, 0, "BTREE", true);
  }

  private static CheckCase keys(String name, List<IndexColumn> source, List<IndexColumn> target) {
    return given(name, Side.TARGET, ONE.build())
        .source(Server.FACET, SERVER)
        .target(Server.FACET, SERVER)
        .source(Column.FACET, COLUMNS)
        .target(Column.FACET, COLUMNS)
        .source(IndexColumn.FACET, source.toArray(IndexColumn[]::new))
        .target(IndexColumn.FACET, target.toArray(IndexColumn[]::new));
  }
}
