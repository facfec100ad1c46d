package dev.precheck.checks.server;

import com.google.auto.service.AutoService;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.Settings;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Column;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Read;
import dev.precheck.spi.Server;
import dev.precheck.spi.ServerState;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.When;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * RDB_TIME_ZONE: a TIMESTAMP is the same moment on both servers. It is kept in UTC and read and
 * written in the session's zone (MySQL 8.0 manual, 13.2.2), which is the server's unless somebody
 * sets it. PostgreSQL prints the offset with each value, so that its zone changes none.
 */
@AutoService(Check.class)
public final class TimeZoneCheck implements Check {

  private static final String NAME = "time_zone";
  private static final Pattern UNNAMED = Pattern.compile("SYSTEM|[+-]\\d{1,2}:\\d{2}");

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
              Needs.reading(Server.FACET, ServerState.FACET)
                  .and(Read.source(Server.FACET))
                  .and(Read.source(Setting.FACET))
                  .and(Read.source(Table.FACET))
                  .and(Read.source(Column.FACET))
                  .selectedObjects())
          .reports(DIFFERS, UNKNOWN, HiddenColumns.PROBLEM)
          .skippable("Timestamps may be shifted by hours.")
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    List<Finding> findings = new ArrayList<>(HiddenColumns.of(context));
    List<Column> columns = zoned(context);
    if (!columns.isEmpty()) {
      findings.addAll(judge(context, columns));
    }
    return findings;
  }

  private static List<Finding> judge(CheckContext context, List<Column> columns) {
    String configured = Settings.of(context.source()).required(NAME);
    String source = context.source().row(Server.FACET).timeZone();
    String target = context.here().row(Server.FACET).timeZone();
    List<Problem> problems = new ArrayList<>();
    if (!UNNAMED.matcher(configured).matches()
        && !context.here().row(ServerState.FACET).namedZones()) {
      problems.add(UNKNOWN);
    }
    if (!sameRules(source, target)) {
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
    IdentifierCase compare = context.source().row(Server.FACET).identifierCase();
    Set<QualifiedName> selected =
        context.selected().stream()
            .map(object -> compare.key(object.source()))
            .collect(Collectors.toSet());
    return context.source().rows(Column.FACET).stream()
        .filter(column -> column.typeName().equals("timestamp"))
        .filter(column -> selected.contains(compare.key(column.table())))
        .toList();
  }

  /** One zone has many names; an abbreviation that Java does not know is like itself only. */
  private static boolean sameRules(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    try {
      return ZoneId.of(one).getRules().equals(ZoneId.of(other).getRules());
    } catch (DateTimeException e) {
      return false;
    }
  }
}
