package dev.precheck.checks.object;

import com.google.auto.service.AutoService;
import dev.precheck.checks.SelectedNames;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.TableEngine;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;

/**
 * MARIADB_SYSTEM_VERSIONING: tables that keep older versions of their rows keep them on the target
 * too. Source: MariaDB, "System-Versioned Tables".
 */
@AutoService(Check.class)
public final class SystemVersioningCheck implements Check {

  static final Problem HISTORY_STAYS =
      Problem.warning(
          "HISTORY_NOT_COPIED",
          "{table} is system-versioned. A copy reads the rows as they are now; their older versions"
              + " stay behind.",
          "If anybody needs the history, copy it apart with SELECT … FOR SYSTEM_TIME ALL, or keep the"
              + " source for it.");
  static final Problem NO_HISTORY =
      Problem.warning(
          "NO_VERSIONS_ON_TARGET",
          "{table} is system-versioned, which {target} does not have: it refuses the definition, or"
              + " the table keeps no older versions there.",
          "Create the table on the target by hand, where needed with a table for the history that"
              + " triggers fill.");

  static final CheckType TYPE =
      CheckType.of("MARIADB_SYSTEM_VERSIONING")
          .title("System versioning")
          .condition("No selected table keeps older versions of its rows.")
          .why(
              "The history is not among the rows that a copy reads, and only MariaDB goes on with it.")
          .when(
              When.anyOf(Phase.STRUCTURE, Phase.FULL)
                  .and(
                      "whose source is MariaDB, which alone has such tables",
                      plan -> plan.source().engine().equals(DatabaseEngine.MARIADB)))
          .on(Side.SOURCE, Needs.reading(Server.FACET, TableEngine.FACET).selectedObjects())
          .reports(HISTORY_STAYS, NO_HISTORY)
          .skippable("Queries of the past find nothing on the target.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    List<Problem> problems = problems(context);
    SelectedNames selected = SelectedNames.of(context, Side.SOURCE);
    return context.here().rows(TableEngine.FACET).stream()
        .filter(TableEngine::versioned)
        .flatMap(table -> selected.find(table.table()).stream())
        .flatMap(
            table ->
                problems.stream()
                    .map(
                        problem ->
                            problem
                                .at(table.ref(Side.SOURCE))
                                .about(table)
                                .with("table", table.source())
                                .with("target", context.migration().target().engine().label())))
        .toList();
  }

  private static List<Problem> problems(CheckContext context) {
    List<Problem> problems = new ArrayList<>();
    if (context.migration().runs(Phase.FULL)) {
      problems.add(HISTORY_STAYS);
    }
    if (context.migration().runs(Phase.STRUCTURE)
        && !context.migration().target().engine().equals(DatabaseEngine.MARIADB)) {
      problems.add(NO_HISTORY);
    }
    return problems;
  }
}
