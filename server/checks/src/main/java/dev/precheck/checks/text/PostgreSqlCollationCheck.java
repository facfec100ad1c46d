package dev.precheck.checks.text;

import com.google.auto.service.AutoService;
import dev.precheck.checks.BySelection;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Collation;
import dev.precheck.spi.Column;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Read;
import dev.precheck.spi.Server;
import dev.precheck.spi.ServerState;
import dev.precheck.spi.Side;
import dev.precheck.spi.Snapshot;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * PG_COLLATION: texts sort alike on both PostgreSQL databases. Source: documentation, 24.2
 * "Collation Support" and ALTER COLLATION, "Notes".
 */
@AutoService(Check.class)
public final class PostgreSqlCollationCheck implements Check {

  private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "citext");

  static final Problem MISSING =
      Problem.error(
          "COLLATION_MISSING",
          "{column} has the collation {collation}, which the target does not have.",
          "Create it on the target with CREATE COLLATION, or give the column another one.");
  static final Problem LOCALE =
      Problem.warning(
          "DATABASE_LOCALE_DIFFERS",
          "The source database sorts texts by {source}, the target by {target}: order, comparisons and"
              + " patterns like 'a%' in indexes differ.",
          "Migrate into a database that was created with the source's locale and provider.");
  static final Problem STALE =
      Problem.warning(
          "COLLATION_VERSION_STALE",
          "The source's collation {collation} was created with version {version} of its provider, which"
              + " is {actual} now: indexes over {column} and alike may be in a wrong order and miss rows"
              + " or hold duplicates.",
          "Run REINDEX on the indexes and then ALTER COLLATION {quoted} REFRESH VERSION on the source.");

  static final Problem DATABASE_STALE =
      Problem.warning(
          "DATABASE_COLLATION_VERSION_STALE",
          "The source database was created with version {version} of the provider of its collation,"
              + " which is {actual} now: indexes over {column} and other texts may be in a wrong order"
              + " and miss rows or hold duplicates.",
          "Run REINDEX DATABASE {quoted} and then ALTER DATABASE {quoted} REFRESH COLLATION VERSION on"
              + " the source.");

  static final CheckType TYPE =
      CheckType.of("PG_COLLATION")
          .title("Collation of PostgreSQL")
          .condition(
              "The target has the collations of the source's columns, its database sorts by the same"
                  + " locale, and no collation of the source has changed under its indexes.")
          .why(
              "Under another order, ranges that a copy is split into do not meet, verification reports"
                  + " rows that are there, and unique indexes may already hold duplicates.")
          .when(When.always().withinFamily("postgresql", "PostgreSQL"))
          .on(
              Side.TARGET,
              Needs.reading(Collation.FACET)
                  .and(Read.source(Server.FACET))
                  .and(Read.source(ServerState.FACET))
                  .and(Read.source(Collation.FACET))
                  .and(Read.source(Column.FACET))
                  .selectedObjects())
          .reports(MISSING, LOCALE, STALE, DATABASE_STALE)
          .skippable("Texts sort otherwise, or tables are not created.")
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    Map<String, Collation> source = byName(context.source());
    Map<String, Collation> target = byName(context.target());
    List<Finding> findings = new ArrayList<>(locale(source, target));
    Map<String, Column> used = new TreeMap<>();
    BySelection.columns(context, Side.SOURCE)
        .forEach(
            (table, columns) ->
                columns.stream()
                    .filter(column -> !column.collation().isEmpty())
                    .forEach(
                        column -> {
                          used.putIfAbsent(column.collation(), column);
                          if (!target.containsKey(column.collation())) {
                            findings.add(at(MISSING, column).about(table));
                          }
                        }));
    Optional.ofNullable(source.get(""))
        .filter(PostgreSqlCollationCheck::isStale)
        .flatMap(own -> databaseStale(context, own))
        .ifPresent(findings::add);
    used.forEach(
        (name, column) ->
            Optional.ofNullable(source.get(name))
                .filter(PostgreSqlCollationCheck::isStale)
                .map(collation -> stale(context, collation, column))
                .ifPresent(findings::add));
    return findings;
  }

  private static Map<String, Collation> byName(Snapshot side) {
    return side.rows(Collation.FACET).stream()
        .collect(Collectors.toMap(Collation::collationName, Function.identity(), (a, b) -> a));
  }

  private static List<Finding> locale(
      Map<String, Collation> source, Map<String, Collation> target) {
    String from = words(source);
    String to = words(target);
    return from.equals(to)
        ? List.of()
        : List.of(
            LOCALE.at(ObjectRef.endpoint(Side.TARGET)).with("source", from).with("target", to));
  }

  private static String words(Map<String, Collation> collations) {
    Collation own =
        Optional.ofNullable(collations.get(""))
            .orElseThrow(() -> new IllegalStateException("The database shows no locale."));
    String locale = own.locale().replaceAll("(?i)\\.utf-?8$", ".utf8");
    return own.provider() + " " + (locale.equals("POSIX") ? "C" : locale);
  }

  private static boolean isStale(Collation collation) {
    return !collation.version().isEmpty()
        && !collation.actualVersion().isEmpty()
        && !collation.version().equals(collation.actualVersion());
  }

  /** One text that sorts as the database does stands for all of them. */
  private static Optional<Finding> databaseStale(CheckContext context, Collation own) {
    Endpoint source = context.migration().source();
    String database = context.source().row(ServerState.FACET).databaseName();
    return BySelection.columns(context, Side.SOURCE).values().stream()
        .flatMap(List::stream)
        .filter(column -> column.collation().isEmpty())
        .filter(column -> TEXTS.contains(column.typeName()) || TEXTS.contains(column.baseType()))
        .findFirst()
        .map(
            column ->
                at(DATABASE_STALE, column)
                    .with("version", own.version())
                    .with("actual", own.actualVersion())
                    .with("quoted", source.engine().quoted(database)));
  }

  private static Finding stale(CheckContext context, Collation collation, Column column) {
    String quoted = context.migration().source().engine().quoted(collation.collationName());
    return at(STALE, column)
        .with("version", collation.version())
        .with("actual", collation.actualVersion())
        .with("quoted", quoted);
  }

  private static Finding at(Problem problem, Column column) {
    ObjectRef ref = column.ref(Side.SOURCE);
    return problem.at(ref).with("column", ref).with("collation", column.collation());
  }
}
