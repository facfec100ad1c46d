package dev.precheck.checks.text;

import com.google.auto.service.AutoService;
import dev.precheck.checks.BySelection;
import dev.precheck.checks.ToCreate;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Collation;
import dev.precheck.spi.Column;
import dev.precheck.spi.Dependency;
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
          "{object} uses the collation {collation}, which the target does not have.",
          "Create it on the target with CREATE COLLATION, or have {object} use another one.");
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
              + " is {actual} now: indexes that sort by it, as those of {table} may, can be in a wrong"
              + " order and miss rows or hold duplicates.",
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
              "The target has the collations that tables of the source use, its database sorts by the"
                  + " same locale, and no collation of the source has changed under its indexes.")
          .why(
              "Under another order, ranges that a copy is split into do not meet, verification reports"
                  + " rows that are there, and unique indexes may already hold duplicates.")
          .when(When.always().withinFamily("postgresql", "PostgreSQL"))
          .on(
              Side.TARGET,
              ToCreate.seeing(Needs.reading(Collation.FACET))
                  .and(Read.source(Dependency.FACET))
                  .and(Read.source(Server.FACET))
                  .and(Read.source(ServerState.FACET))
                  .and(Read.source(Collation.FACET))
                  .and(Read.source(Column.FACET)))
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
    Map<String, CollationUse> used = new TreeMap<>();
    for (CollationUse use : CollationUse.all(context)) {
      used.putIfAbsent(use.collation(), use);
      if (use.isCreated() && !target.containsKey(use.collation())) {
        findings.add(
            MISSING
                .at(use.object())
                .about(use.table())
                .with("object", use.object())
                .with("collation", use.collation()));
      }
    }
    Optional.ofNullable(source.get(""))
        .filter(PostgreSqlCollationCheck::isStale)
        .flatMap(own -> databaseStale(context, own))
        .ifPresent(findings::add);
    used.forEach(
        (name, use) ->
            Optional.ofNullable(source.get(name))
                .filter(PostgreSqlCollationCheck::isStale)
                .map(collation -> stale(context, collation, use))
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
                DATABASE_STALE
                    .at(column.ref(Side.SOURCE))
                    .with("column", column.ref(Side.SOURCE))
                    .with("version", own.version())
                    .with("actual", own.actualVersion())
                    .with("quoted", source.engine().quoted(database)));
  }

  private static Finding stale(CheckContext context, Collation collation, CollationUse use) {
    String quoted = context.migration().source().engine().quoted(collation.collationName());
    return STALE
        .at(use.object())
        .with("collation", collation.collationName())
        .with("table", use.table().source())
        .with("version", collation.version())
        .with("actual", collation.actualVersion())
        .with("quoted", quoted);
  }
}
