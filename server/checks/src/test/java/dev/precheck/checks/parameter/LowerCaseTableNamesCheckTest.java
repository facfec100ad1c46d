package dev.precheck.checks.parameter;

import static dev.precheck.checks.SettingRows.on;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.mapped;
import static dev.precheck.testkit.Plans.plan;
import static dev.precheck.testkit.Plans.table;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import java.util.List;

class LowerCaseTableNamesCheckTest extends CheckCases {

  LowerCaseTableNamesCheckTest() {
    super(new LowerCaseTableNamesCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    SelectedObject mixed = table("shop.OrderLines");
    SelectedObject lower = table("shop.orders");
    return List.of(
        rule("the same rule", "0", "0", mixed).passes(),
        rule("the same folding rule", "1", "1", mixed).passes(),
        rule("a folding target, all in lower case", "0", "1", lower)
            .reports(LowerCaseTableNamesCheck.RULES_DIFFER, "is 0 on the source and 1"),
        rule("a folding target, a name in mixed case", "0", "1", mixed, lower)
            .reports(LowerCaseTableNamesCheck.NAME_CHANGES, "stored as shop.orderlines"),
        rule(
                "mapped to lower case",
                "0",
                "1",
                mapped(ObjectKind.TABLE, "shop.OrderLines", "shop.order_lines"))
            .reports(LowerCaseTableNamesCheck.RULES_DIFFER),
        rule("a schema in mixed case", "0", "1", table("Shop.orders"))
            .reports(LowerCaseTableNamesCheck.NAME_CHANGES, "stored as shop.orders"),
        rule("a target that tells cases apart", "1", "0", lower)
            .reports(LowerCaseTableNamesCheck.RULES_DIFFER),
        rule("a target that keeps cases", "0", "2", mixed)
            .reports(LowerCaseTableNamesCheck.RULES_DIFFER),
        given("no such setting", Side.TARGET, plan().tables("shop.orders").build())
            .source(Setting.FACET)
            .target(Setting.FACET)
            .cannotTell(),
        given("another family", Side.TARGET, plan().to(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply());
  }

  private static CheckCase rule(
      String name, String source, String target, SelectedObject... objects) {
    return on(
        given(name, Side.TARGET, plan().select(Selection.of(List.of(objects))).build()),
        "lower_case_table_names",
        source,
        target);
  }
}
