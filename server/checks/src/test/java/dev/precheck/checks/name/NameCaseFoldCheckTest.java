package dev.precheck.checks.name;

import static dev.precheck.checks.ColumnRows.column;
import static dev.precheck.checks.HiddenCases.hidden;
import static dev.precheck.checks.Rows.FOLDING_SERVER;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.mapped;
import static dev.precheck.testkit.Plans.plan;
import static dev.precheck.testkit.Plans.view;

import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class NameCaseFoldCheckTest extends CheckCases {

  private static final Plans ALL = plan().tables("shop.t", "shop.U").to(DatabaseEngine.POSTGRESQL);

  NameCaseFoldCheckTest() {
    super(new NameCaseFoldCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        hidden(with("columns are hidden", plan().tables("shop.t").to(DatabaseEngine.POSTGRESQL))),
        with("lower case", only(Plans.table("shop.t")), column("t", "user_id")).passes(),
        with("columns", only(Plans.table("shop.t")), column("t", "userId"), column("t", "ID"))
            .reports(
                NameCaseFoldCheck.UPPER,
                "The table shop.t comes to PostgreSQL with names that"
                    + " are not lower case: userId, ID."),
        with("a table and its column", only(Plans.table("shop.U")), column("U", "Id"))
            .reports(
                NameCaseFoldCheck.UPPER,
                "The table shop.U comes to PostgreSQL with names that"
                    + " are not lower case: U, Id."),
        with("a table that is mapped to lower case", only(lowered()), column("U", "id")).passes(),
        with("a view", only(view("shop.Totals"))).reports(NameCaseFoldCheck.UPPER, "The view"),
        with("a schema", only(Plans.table("Shop.t")))
            .reports(NameCaseFoldCheck.UPPER, "schema Shop"),
        with("two tables", ALL, column("t", "Id"), column("U", "id"))
            .reports(NameCaseFoldCheck.UPPER, NameCaseFoldCheck.UPPER),
        with("a letter that is not folded", only(Plans.table("shop.t")), column("t", "Ä")).passes(),
        with("a table outside the plan", only(Plans.table("shop.t")), column("U", "Id")).passes(),
        given("a server that folds names", Side.TARGET, only(Plans.table("shop.t")).build())
            .source(Server.FACET, FOLDING_SERVER)
            .source(Table.FACET)
            .source(Column.FACET, column("T", "Id"))
            .reports(NameCaseFoldCheck.UPPER, ": Id."),
        with("columns may not be read", ALL).refused(Side.SOURCE, Column.FACET).cannotTell(),
        given("without structure", Side.TARGET, ALL.running(Phase.FULL).build()).doesNotApply(),
        given("to MySQL", Side.TARGET, ALL.to(DatabaseEngine.MYSQL).build()).doesNotApply(),
        given("from PostgreSQL", Side.TARGET, ALL.from(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply());
  }

  private static SelectedObject lowered() {
    return mapped(ObjectKind.TABLE, "shop.U", "shop.u");
  }

  private static Plans only(SelectedObject object) {
    return ALL.select(Selection.of(List.of(object)));
  }

  private static CheckCase with(String name, Plans plan, Column... columns) {
    return given(name, Side.TARGET, plan.build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET)
        .source(Column.FACET, columns);
  }
}
