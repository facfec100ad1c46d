package dev.precheck.checks.server;

import static dev.precheck.checks.ColumnRows.column;
import static dev.precheck.checks.Rows.FOLDING_SERVER;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.checks.ServerRows.server;
import static dev.precheck.checks.ServerRows.withoutZones;
import static dev.precheck.checks.SettingRows.setting;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.checks.HiddenColumns;
import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.Server;
import dev.precheck.spi.ServerState;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class TimeZoneCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.orders");
  private static final Column AT = column("shop", "orders", "at", "timestamp");

  TimeZoneCheckTest() {
    super(new TimeZoneCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        zones("UTC", "UTC", AT).passes(),
        zones("UTC", "+00:00", AT).passes(),
        zones("Europe/Berlin", "+01:00", AT).reports(TimeZoneCheck.DIFFERS, "shop.orders.at"),
        zones("CST", "CST", AT).passes(),
        zones("CST", "Asia/Shanghai", AT).reports(TimeZoneCheck.DIFFERS, "such as"),
        zones("UTC", "Asia/Shanghai", column("shop", "orders", "at", "datetime")).passes(),
        zones("UTC", "Asia/Shanghai", column("shop", "others", "at", "timestamp")).passes(),
        given("a table whose columns are not seen", Side.TARGET, ONE.build())
            .source(Server.FACET, in("UTC"))
            .source(Setting.FACET, setting("time_zone", "SYSTEM"))
            .source(Table.FACET, table("shop", "orders"))
            .source(Column.FACET)
            .target(Server.FACET, in("UTC"))
            .target(ServerState.FACET, server("a"))
            .reports(HiddenColumns.PROBLEM, "No column of shop.orders"),
        given("a table left out has some", Side.TARGET, ONE.build())
            .source(Server.FACET, in("UTC"))
            .source(Setting.FACET, setting("time_zone", "SYSTEM"))
            .source(Table.FACET)
            .source(
                Column.FACET, column("orders", "id"), column("shop", "others", "at", "timestamp"))
            .target(Server.FACET, in("Asia/Tokyo"))
            .target(ServerState.FACET, server("a"))
            .passes(),
        given("names fold", Side.TARGET, ONE.build())
            .source(Server.FACET, FOLDING_SERVER)
            .source(Setting.FACET, setting("time_zone", "SYSTEM"))
            .source(Table.FACET)
            .source(Column.FACET, column("shop", "Orders", "at", "timestamp"))
            .target(Server.FACET, in("Asia/Tokyo"))
            .target(ServerState.FACET, server("a"))
            .reports(TimeZoneCheck.DIFFERS),
        unknownZone("Europe/Berlin").reports(TimeZoneCheck.UNKNOWN, "mysql_tzinfo_to_sql"),
        unknownZone("+01:00").passes(),
        unknownZone("SYSTEM").passes(),
        given("columns are hidden", Side.TARGET, ONE.build())
            .source(Server.FACET, in("UTC"))
            .source(Setting.FACET, setting("time_zone", "SYSTEM"))
            .source(Table.FACET)
            .refused(Side.SOURCE, Column.FACET)
            .target(Server.FACET, in("UTC"))
            .target(ServerState.FACET, server("a"))
            .cannotTell(),
        given("to PostgreSQL", Side.TARGET, ONE.to(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply());
  }

  private static CheckCase zones(String source, String target, Column column) {
    return given(source + " to " + target + ", " + column.fullType(), Side.TARGET, ONE.build())
        .source(Server.FACET, in(source))
        .source(Setting.FACET, setting("time_zone", "SYSTEM"))
        .source(Table.FACET)
        .source(Column.FACET, column)
        .target(Server.FACET, in(target))
        .target(ServerState.FACET, server("a"));
  }

  private static CheckCase unknownZone(String configured) {
    return given("the target knows no names, " + configured, Side.TARGET, ONE.build())
        .source(Server.FACET, in("UTC"))
        .source(Setting.FACET, setting("time_zone", configured))
        .source(Table.FACET)
        .source(Column.FACET, AT)
        .target(Server.FACET, in("UTC"))
        .target(ServerState.FACET, withoutZones());
  }

  private static Server in(String zone) {
    return new Server("MySQL", "8.0.36", "", "utf8mb4", zone, IdentifierCase.SENSITIVE);
  }
}
