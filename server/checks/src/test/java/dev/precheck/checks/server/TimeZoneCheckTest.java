package dev.precheck.checks.server;

import static dev.precheck.checks.ColumnRows.column;
import static dev.precheck.checks.Rows.FOLDING_SERVER;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.checks.ServerRows.ahead;
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
  private static final Setting SYSTEM = setting("time_zone", "SYSTEM");
  private static final Column AT = column("shop", "orders", "at", "timestamp");

  TimeZoneCheckTest() {
    super(new TimeZoneCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        zones("UTC", 0, 0, "UTC", 0, 0).passes(),
        zones("UTC", 0, 0, "+00:00", 0, 0).passes(),
        zones("Europe/Berlin", 60, 120, "+01:00", 60, 60)
            .reports(TimeZoneCheck.DIFFERS, "UTC+01:00 in January, +02:00 in July"),
        zones("Europe/Berlin", 60, 120, "Europe/Paris", 60, 120)
            .reports(TimeZoneCheck.DIFFERS, "shop.orders.at"),
        zones("MySQL/Own", 60, 120, "Europe/Paris", 60, 120).passes(),
        systemZones("CET", 60, 120, "CEST", 60, 120).passes(),
        systemZones("CST", -360, -300, "CST", 480, 480)
            .reports(TimeZoneCheck.DIFFERS, "the target's CST (UTC+08:00)"),
        systemZones("UTC", 0, 0, "JST", 540, 540)
            .source(Column.FACET, column("shop", "orders", "at", "datetime"))
            .passes(),
        systemZones("UTC", 0, 0, "JST", 540, 540)
            .source(Column.FACET, column("shop", "others", "at", "timestamp"))
            .passes(),
        given("a table whose columns are not seen", Side.TARGET, ONE.build())
            .source(Server.FACET, in("UTC"))
            .source(Setting.FACET, SYSTEM)
            .source(ServerState.FACET, server("a"))
            .target(Setting.FACET, SYSTEM)
            .source(Table.FACET, table("shop", "orders"))
            .source(Column.FACET)
            .target(Server.FACET, in("UTC"))
            .target(ServerState.FACET, server("a"))
            .reports(HiddenColumns.PROBLEM, "No column of shop.orders"),
        given("a table left out has some", Side.TARGET, ONE.build())
            .source(Server.FACET, in("UTC"))
            .source(Setting.FACET, SYSTEM)
            .source(ServerState.FACET, server("a"))
            .target(Setting.FACET, SYSTEM)
            .source(Table.FACET)
            .source(
                Column.FACET, column("orders", "id"), column("shop", "others", "at", "timestamp"))
            .target(Server.FACET, in("JST"))
            .target(ServerState.FACET, ahead(540, 540))
            .passes(),
        given("names fold", Side.TARGET, ONE.build())
            .source(Server.FACET, FOLDING_SERVER)
            .source(Setting.FACET, SYSTEM)
            .source(ServerState.FACET, server("a"))
            .target(Setting.FACET, SYSTEM)
            .source(Table.FACET)
            .source(Column.FACET, column("shop", "Orders", "at", "timestamp"))
            .target(Server.FACET, in("JST"))
            .target(ServerState.FACET, ahead(540, 540))
            .reports(TimeZoneCheck.DIFFERS),
        unknownZone("Europe/Berlin").reports(TimeZoneCheck.UNKNOWN, "mysql_tzinfo_to_sql"),
        unknownZone("+01:00").passes(),
        unknownZone("SYSTEM").passes(),
        given("columns are hidden", Side.TARGET, ONE.build())
            .source(Server.FACET, in("UTC"))
            .source(Setting.FACET, SYSTEM)
            .source(ServerState.FACET, server("a"))
            .target(Setting.FACET, SYSTEM)
            .source(Table.FACET)
            .refused(Side.SOURCE, Column.FACET)
            .target(Server.FACET, in("UTC"))
            .target(ServerState.FACET, server("a"))
            .cannotTell(),
        given("to PostgreSQL", Side.TARGET, ONE.to(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply());
  }

  private static CheckCase zones(
      String source, int january, int july, String target, int targetJanuary, int targetJuly) {
    return systemZones(source, january, july, target, targetJanuary, targetJuly)
        .source(Setting.FACET, setting("time_zone", source))
        .target(Setting.FACET, setting("time_zone", target));
  }

  private static CheckCase systemZones(
      String source, int january, int july, String target, int targetJanuary, int targetJuly) {
    return given(source + " to " + target, Side.TARGET, ONE.build())
        .source(Server.FACET, in(source))
        .source(ServerState.FACET, ahead(january, july))
        .source(Setting.FACET, SYSTEM)
        .source(Table.FACET)
        .source(Column.FACET, AT)
        .target(Server.FACET, in(target))
        .target(ServerState.FACET, ahead(targetJanuary, targetJuly))
        .target(Setting.FACET, SYSTEM);
  }

  private static CheckCase unknownZone(String configured) {
    return given("the target knows no names, " + configured, Side.TARGET, ONE.build())
        .source(Server.FACET, in("UTC"))
        .source(Setting.FACET, setting("time_zone", configured))
        .source(ServerState.FACET, server("a"))
        .target(Setting.FACET, SYSTEM)
        .source(Table.FACET)
        .source(Column.FACET, AT)
        .target(Server.FACET, in("UTC"))
        .target(ServerState.FACET, withoutZones());
  }

  private static Server in(String zone) {
    return new Server("MySQL", "8.0.36", "", "utf8mb4", zone, IdentifierCase.SENSITIVE);
  }
}
