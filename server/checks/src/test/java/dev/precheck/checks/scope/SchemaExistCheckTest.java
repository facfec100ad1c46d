package dev.precheck.checks.scope;

import static dev.precheck.checks.Rows.FOLDING_SERVER;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Migration;
import dev.precheck.spi.NamePattern;
import dev.precheck.spi.Problem;
import dev.precheck.spi.RowIdFilter;
import dev.precheck.spi.Schema;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import java.util.List;
import java.util.Map;

class SchemaExistCheckTest extends CheckCases {

  private static final Schema SHOP = new Schema("shop");
  private static final Migration LISTED = plan().tables("shop.orders").build();
  private static final Migration TO_POSTGRESQL =
      plan().to(DatabaseEngine.POSTGRESQL).tables("my \"shop\".orders").build();
  private static final Migration BY_PATTERN = plan().matching("sh*.*").build();
  private static final Migration RENAMED =
      plan()
          .select(
              new Selection(
                  List.of(),
                  List.of(NamePattern.parse("shop.*")),
                  List.of(),
                  Map.of("shop", "store"),
                  RowIdFilter.ALL))
          .build();

  SchemaExistCheckTest() {
    super(new SchemaExistCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        source("the schema is there", LISTED, SERVER, SHOP).passes(),
        source("another schema is there", LISTED, SERVER, new Schema("bank"))
            .reports(SchemaExistCheck.SOURCE_MISSING, "shop"),
        source("the schema is there in other letters", LISTED, FOLDING_SERVER, new Schema("SHOP"))
            .passes(),
        source("cases are told apart", LISTED, SERVER, new Schema("SHOP"))
            .reports(SchemaExistCheck.SOURCE_MISSING),
        source("a rule takes what there is", BY_PATTERN, SERVER, SHOP, new Schema("bank")).passes(),
        target("the schema is there", LISTED, SHOP).passes(),
        target("the schema is not there", LISTED).reports(missing(), "CREATE DATABASE `shop`"),
        target("a name with quotes", TO_POSTGRESQL)
            .reports(missing(), "CREATE SCHEMA \"my \"\"shop\"\"\""),
        target("the schema is renamed", RENAMED, SHOP).reports(missing(), "store"),
        target("the renamed schema is there", RENAMED, new Schema("store")).passes(),
        given("a rule matches schemas of the source", Side.TARGET, BY_PATTERN)
            .source(Server.FACET, SERVER)
            .source(Schema.FACET, SHOP, new Schema("shelf"), new Schema("bank"))
            .target(Server.FACET, SERVER)
            .target(Schema.FACET, SHOP)
            .reports(missing(), "shelf"),
        given("schemas are hidden", Side.SOURCE, LISTED)
            .source(Server.FACET, SERVER)
            .refused(Side.SOURCE, Schema.FACET)
            .cannotTell());
  }

  private static Problem missing() {
    return SchemaExistCheck.TARGET_MISSING;
  }

  private static CheckCase source(String name, Migration plan, Server server, Schema... schemas) {
    return given(name, Side.SOURCE, plan)
        .source(Server.FACET, server)
        .source(Schema.FACET, schemas);
  }

  private static CheckCase target(String name, Migration plan, Schema... schemas) {
    return given(name, Side.TARGET, plan)
        .target(Server.FACET, SERVER)
        .target(Schema.FACET, schemas);
  }
}
