package dev.precheck.checks.scope;

import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.mapped;
import static dev.precheck.testkit.Plans.plan;
import static dev.precheck.testkit.Plans.table;
import static dev.precheck.testkit.Plans.view;

import dev.precheck.checks.Rows;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import java.util.List;

class MappingUniqueCheckTest extends CheckCases {

  MappingUniqueCheckTest() {
    super(new MappingUniqueCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        selecting("one table of each name", table("shop.orders"), table("shop.items")).passes(),
        selecting(
                "two schemas of one table name each, kept apart",
                table("eu.orders"),
                table("us.orders"))
            .passes(),
        selecting(
                "two schemas into one",
                mapped(ObjectKind.TABLE, "eu.orders", "all.orders"),
                mapped(ObjectKind.TABLE, "us.orders", "all.orders"),
                mapped(ObjectKind.TABLE, "us.items", "all.items"))
            .reports(MappingUniqueCheck.SHARED, MappingUniqueCheck.SHARED),
        selecting(
                "a table under the name of another one that moves away",
                mapped(ObjectKind.TABLE, "shop.a", "shop.b"),
                mapped(ObjectKind.TABLE, "shop.b", "shop.c"))
            .passes(),
        selecting(
                "a table under the name of a view",
                mapped(ObjectKind.TABLE, "shop.orders", "shop.report"),
                view("shop.report"))
            .reports(MappingUniqueCheck.SHARED, MappingUniqueCheck.SHARED),
        selecting("names that differ in case only", table("shop.orders"), table("shop.Orders"))
            .passes(),
        folding("names that differ in case only", table("shop.orders"), table("shop.Orders"))
            .reports(MappingUniqueCheck.SAME_BUT_FOR_CASE, MappingUniqueCheck.SAME_BUT_FOR_CASE),
        folding(
                "schemas that differ in case only",
                table("Shop.orders"),
                table("shop.orders"),
                table("shop.items"))
            .reports(MappingUniqueCheck.SAME_BUT_FOR_CASE, MappingUniqueCheck.SAME_BUT_FOR_CASE),
        folding(
                "two of one name, and one of another case",
                mapped(ObjectKind.TABLE, "eu.orders", "all.orders"),
                mapped(ObjectKind.TABLE, "us.orders", "all.orders"),
                mapped(ObjectKind.TABLE, "us.old", "all.Orders"))
            .reports(
                MappingUniqueCheck.SHARED,
                MappingUniqueCheck.SHARED,
                MappingUniqueCheck.SAME_BUT_FOR_CASE),
        given("the target says nothing of itself", Side.TARGET, plan().tables("shop.a").build())
            .refused(Side.TARGET, Server.FACET)
            .cannotTell());
  }

  private static CheckCase selecting(String name, SelectedObject... objects) {
    return mapping(name, objects).target(Server.FACET, Rows.SERVER);
  }

  private static CheckCase folding(String name, SelectedObject... objects) {
    return mapping(name + ", a target that folds", objects)
        .target(Server.FACET, Rows.FOLDING_SERVER);
  }

  private static CheckCase mapping(String name, SelectedObject... objects) {
    return given(name, Side.TARGET, plan().select(Selection.of(List.of(objects))).build());
  }
}
