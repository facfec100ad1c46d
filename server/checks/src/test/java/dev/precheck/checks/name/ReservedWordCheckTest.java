package dev.precheck.checks.name;

import static dev.precheck.checks.ColumnRows.column;
import static dev.precheck.checks.Rows.server;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.checks.HiddenColumns;
import dev.precheck.spi.Column;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class ReservedWordCheckTest extends CheckCases {

  private static final Server MYSQL_57 = server("MySQL", "5.7.22");
  private static final Server MYSQL_8 = server("MySQL", "8.0.12");
  private static final Server MYSQL_8_LATER = server("MySQL", "8.0.36");
  private static final Server MYSQL_84 = server("MySQL", "8.4.0");
  private static final Server MARIADB = server("MariaDB", "11.4.5-MariaDB");
  private static final Server POSTGRESQL = server("PostgreSQL", "15.2");
  private static final Server H2 = server("H2", "2.3.232");

  ReservedWordCheckTest() {
    super(new ReservedWordCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        named("orders", "id", MYSQL_57, MYSQL_8).passes(),
        named("groups", "Rank", MYSQL_57, MYSQL_8)
            .reports(ReservedWordCheck.RESERVED, ReservedWordCheck.RESERVED),
        named("order", "key", MYSQL_57, MYSQL_8).passes(),
        named("groups", "rank", MYSQL_8, MYSQL_8).passes(),
        named("groups", "rank", MYSQL_8, MYSQL_57).passes(),
        named("t", "lateral", MYSQL_8, MYSQL_8_LATER)
            .reports(ReservedWordCheck.RESERVED, "MySQL 8.0.36"),
        named("t", "manual", MYSQL_8_LATER, MYSQL_84).reports(ReservedWordCheck.RESERVED),
        named("t", "offset", MYSQL_57, MARIADB)
            .reports(ReservedWordCheck.RESERVED, "The name of the column shop.t.offset"),
        named("t", "rank", server("Percona Server", "8.0.36-28"), MYSQL_8).passes(),
        named("user", "end", MYSQL_8, POSTGRESQL)
            .reports(ReservedWordCheck.RESERVED, ReservedWordCheck.RESERVED),
        named("t", "system_user", MYSQL_8, POSTGRESQL).passes(),
        named("t", "system_user", POSTGRESQL, server("PostgreSQL", "18.3"))
            .reports(ReservedWordCheck.RESERVED),
        named("t", "value", MYSQL_8, H2).reports(ReservedWordCheck.RESERVED),
        given("a table that is mapped to a plain name", Side.TARGET, mapped().build())
            .source(Server.FACET, MYSQL_57)
            .source(Table.FACET)
            .source(Column.FACET, column("groups", "id"))
            .target(Server.FACET, MYSQL_8)
            .passes(),
        given("columns that are not seen", Side.TARGET, plan().tables("shop.t", "shop.u").build())
            .source(Server.FACET, MYSQL_57)
            .source(Table.FACET, table("shop", "t"), table("shop", "u"))
            .source(Column.FACET, column("t", "id"))
            .target(Server.FACET, MYSQL_8)
            .reports(HiddenColumns.PROBLEM, "No column of shop.u"),
        given("a table that is not selected", Side.TARGET, plan().tables("shop.t").build())
            .source(Server.FACET, MYSQL_57)
            .source(Table.FACET)
            .source(Column.FACET, column("t", "id"), column("u", "rank"))
            .target(Server.FACET, MYSQL_8)
            .passes(),
        named("t", "id", MYSQL_8, server("TiDB", "8.0.11-TiDB-v7.5.0")).cannotTell());
  }

  private static Plans mapped() {
    return plan()
        .select(Selection.of(List.of(Plans.mapped(ObjectKind.TABLE, "shop.groups", "shop.teams"))));
  }

  private static CheckCase named(String table, String column, Server source, Server target) {
    String name = table + "." + column + " from " + source.product() + " to " + target.product();
    return given(name, Side.TARGET, plan().tables("shop." + table).build())
        .source(Server.FACET, source)
        .source(Table.FACET)
        .source(Column.FACET, column(table, column))
        .target(Server.FACET, target);
  }
}
