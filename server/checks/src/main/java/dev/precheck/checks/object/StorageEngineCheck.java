package dev.precheck.checks.object;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Families;
import dev.precheck.checks.SelectedNames;
import dev.precheck.checks.Settings;
import dev.precheck.checks.ToCreate;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.PartitionedTable;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Read;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.StorageEngine;
import dev.precheck.spi.TableEngine;
import dev.precheck.spi.Version;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** MYSQL_STORAGE_ENGINE: tables hold their rows themselves, transactionally, on both sides. */
@AutoService(Check.class)
public final class StorageEngineCheck implements Check {

  /** Their tables show rows that are elsewhere, or none. */
  private static final Set<String> WITHOUT_ROWS =
      Set.of("BLACKHOLE", "FEDERATED", "MRG_MYISAM", "CONNECT", "SPIDER", "SPHINX");

  private static final Version NATIVE_PARTITIONING = Version.of(8, 0);

  static final Problem HOLDS_NO_ROWS =
      Problem.error(
          "ENGINE_HOLDS_NO_ROWS",
          "{table} has the engine {engine}: its rows are in other tables or on other servers, or"
              + " nowhere, and their changes are not changes of {table}.",
          "Remove {table} from the plan, and migrate the tables that hold its rows.");
  static final Problem NOT_TRANSACTIONAL =
      Problem.warning(
          "ENGINE_NOT_TRANSACTIONAL",
          "{table} has the engine {engine}, which takes no part in transactions: a copy of it while it"
              + " is written to is of no single moment, and MEMORY loses its rows with the server.",
          "Convert it to InnoDB with the fix statement, or let nobody write to it while it is copied.");
  static final Problem NOT_ON_TARGET =
      Problem.error(
          "ENGINE_NOT_ON_TARGET",
          "{table} has the engine {engine}, with which the target creates no table.",
          "Convert it to InnoDB with the fix statement, create it on the target beforehand, or install"
              + " and allow the engine there.");

  static final Problem NOT_PARTITIONED =
      Problem.error(
          "ENGINE_NOT_PARTITIONED_ON_TARGET",
          "{table} is partitioned and has the engine {engine}. From version 8.0 on MySQL partitions"
              + " only tables of InnoDB and NDB.",
          "Convert it to InnoDB with the fix statement, or create it on the target beforehand.");

  static final CheckType TYPE =
      CheckType.of("MYSQL_STORAGE_ENGINE")
          .title("Storage engine")
          .condition(
              "Every selected table is of a transactional engine that the target can create tables"
                  + " with.")
          .why(
              "Only transactional engines give a copy of one moment, which changes can be applied to."
                  + " A table of an engine that the target lacks is refused, or becomes another.")
          .when(
              When.anyOf(Phase.STRUCTURE, Phase.FULL, Phase.INCREMENTAL)
                  .whose(Side.SOURCE, "mysql", "MySQL or MariaDB"))
          .on(
              Side.SOURCE,
              ToCreate.seeing(
                  Needs.reading(
                          Server.FACET,
                          TableEngine.FACET,
                          StorageEngine.FACET,
                          PartitionedTable.FACET)
                      .and(Read.target(StorageEngine.FACET))
                      .and(Read.target(Setting.FACET))))
          .reports(HOLDS_NO_ROWS, NOT_TRANSACTIONAL, NOT_ON_TARGET, NOT_PARTITIONED)
          .skippable("The copy is not consistent, or tables cannot be created on the target.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    SelectedNames selected = SelectedNames.of(context, Side.SOURCE);
    Set<String> transactional =
        context.here().rows(StorageEngine.FACET).stream()
            .filter(StorageEngine::transactional)
            .map(engine -> upper(engine.name()))
            .collect(Collectors.toSet());
    Set<String> onTarget = creatable(context);
    Set<QualifiedName> partitioned = partitionedInVain(context);
    Predicate<SelectedObject> created =
        context.migration().runs(Phase.STRUCTURE) ? ToCreate.on(context) : table -> false;
    List<Finding> findings = new ArrayList<>();
    for (TableEngine table : context.here().rows(TableEngine.FACET)) {
      Optional<SelectedObject> object = selected.find(table.table());
      object.ifPresent(
          o ->
              problems(context, upper(table.engine()), transactional, onTarget, created.test(o))
                  .forEach(problem -> findings.add(finding(problem, context, table, o))));
      object
          .filter(created)
          .filter(o -> partitioned.contains(table.table()) && !partitionsItself(table))
          .ifPresent(o -> findings.add(finding(NOT_PARTITIONED, context, table, o)));
    }
    return findings;
  }

  /** The partitioned tables, if the target leaves partitioning to the engine. */
  private static Set<QualifiedName> partitionedInVain(CheckContext context) {
    Server target = context.target().row(Server.FACET);
    boolean byEngine =
        Families.areOne(context.migration())
            && !target.product().equals("MariaDB")
            && target.number().compareTo(NATIVE_PARTITIONING) >= 0;
    return byEngine
        ? context.here().rows(PartitionedTable.FACET).stream()
            .map(PartitionedTable::table)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static boolean partitionsItself(TableEngine table) {
    String engine = upper(table.engine());
    return engine.equals("INNODB") || engine.startsWith("NDB");
  }

  private static List<Problem> problems(
      CheckContext context,
      String engine,
      Set<String> transactional,
      Set<String> onTarget,
      boolean created) {
    List<Problem> problems = new ArrayList<>();
    if (WITHOUT_ROWS.contains(engine)) {
      problems.add(HOLDS_NO_ROWS);
    } else if (!transactional.contains(engine)
        && (context.migration().runs(Phase.FULL) || context.migration().runs(Phase.INCREMENTAL))) {
      problems.add(NOT_TRANSACTIONAL);
    }
    if (created && Families.areOne(context.migration()) && !onTarget.contains(engine)) {
      problems.add(NOT_ON_TARGET);
    }
    return problems;
  }

  /** What the target has and its disabled_storage_engines does not forbid. */
  private static Set<String> creatable(CheckContext context) {
    Set<String> disabled =
        Settings.of(context.target()).value(List.of("disabled_storage_engines")).stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(name -> upper(name.strip()))
            .collect(Collectors.toSet());
    Stream<String> available =
        context.target().rows(StorageEngine.FACET).stream()
            .filter(StorageEngine::available)
            .map(engine -> upper(engine.name()));
    return available.filter(name -> !disabled.contains(name)).collect(Collectors.toSet());
  }

  private static String upper(String engine) {
    return engine.toUpperCase(Locale.ROOT);
  }

  private static Finding finding(
      Problem problem, CheckContext context, TableEngine table, SelectedObject object) {
    Finding finding =
        problem
            .at(object.ref(Side.SOURCE))
            .about(object)
            .with("table", table.table())
            .with("engine", table.engine());
    return WITHOUT_ROWS.contains(upper(table.engine()))
        ? finding
        : finding.fix(
            "ALTER TABLE "
                + context.endpoint().engine().quoted(table.table())
                + " ENGINE = InnoDB");
  }
}
