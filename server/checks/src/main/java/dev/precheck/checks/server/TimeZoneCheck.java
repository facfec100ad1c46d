package dev.precheck.checks.server;

import com.google.auto.service.AutoService;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.SelectedNames;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Column;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Read;
import dev.precheck.spi.Server;
import dev.precheck.spi.ServerState;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;

/**
 * RDB_TIME_ZONE: a TIMESTAMP is the same moment on both servers. It is kept in UTC and read and
 * written in the session's zone (MySQL 8.0 manual, 13.2.2), which is the server's unless somebody
 * sets it. PostgreSQL prints the offset with each value, so that its zone changes none.
 */
@AutoService(Check.class)
public final class TimeZoneCheck extends SourceColumnsCheck {

  static final Problem DIFFERS =
      Problem.warning(
          "TIME_ZONE_DIFFERS",
          "The source's time zone is {source}, the target's {target}, and the plan selects {count}"
              + " TIMESTAMP columns, such as {example}.",
          "Set the target's time_zone to the source's, or let the migration's sessions set one zone"
              + " on both sides.");
  static final Problem UNKNOWN =
      Problem.error(
          "TIME_ZONE_UNKNOWN",
          "The source's time zone is {source}, and the target knows no zone by name: its tables of"
              + " time zones are empty. The plan selects {count} TIMESTAMP columns, such as"
              + " {example}.",
          "Fill the target's tables: mysql_tzinfo_to_sql /usr/share/zoneinfo | mysql mysql.");

  static final CheckType TYPE =
      CheckType.of("RDB_TIME_ZONE")
          .title("Time zone")
          .condition(
              "Where the plan selects TIMESTAMP columns, source and target have the same time zone,"
                  + " and the target knows the source's by name.")
          .why(
              "A TIMESTAMP that is read in one zone and written in another is another moment, and a"
                  + " verification finds differences, or, worse, finds none.")
          .when(When.always().withinFamily("mysql", "MySQL or MariaDB"))
          .on(
              Side.TARGET,
              seeing(
                  Needs.reading(Server.FACET, ServerState.FACET, Setting.FACET)
                      .and(Read.source(ServerState.FACET))
                      .and(Read.source(Setting.FACET))))
          .reports(DIFFERS, UNKNOWN, HiddenColumns.PROBLEM)
          .skippable("Timestamps may be shifted by hours.")
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    List<Column> columns = zoned(context);
    return columns.isEmpty() ? List.of() : judge(context, columns);
  }

  private static List<Finding> judge(CheckContext context, List<Column> columns) {
    Zone source = Zone.of(context.source());
    Zone target = Zone.of(context.here());
    List<Problem> problems = new ArrayList<>();
    if (source.isNamed() && !context.here().row(ServerState.FACET).namedZones()) {
      problems.add(UNKNOWN);
    }
    if (!source.isLike(target)) {
      problems.add(DIFFERS);
    }
    Column first = columns.get(0);
    return problems.stream()
        .map(problem -> problem.at(ObjectRef.endpoint(Side.TARGET)))
        .map(finding -> finding.with("source", source).with("target", target))
        .map(finding -> finding.with("count", columns.size()))
        .map(finding -> finding.with("example", first.table() + "." + first.columnName()))
        .toList();
  }

  private static List<Column> zoned(CheckContext context) {
    SelectedNames selected = SelectedNames.of(context, Side.SOURCE);
    return context.source().rows(Column.FACET).stream()
        .filter(column -> column.typeName().equals("timestamp"))
        .filter(column -> selected.contains(column.table()))
        .toList();
  }
}
