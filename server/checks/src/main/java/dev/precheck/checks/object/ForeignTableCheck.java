package dev.precheck.checks.object;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.TableTraits;
import dev.precheck.spi.When;
import java.util.List;
import java.util.Optional;

/** PG_FOREIGN_TABLE: every selected table holds its rows itself. */
@AutoService(Check.class)
public final class ForeignTableCheck implements Check {

  static final Problem SELECTED =
      Problem.error(
          "FOREIGN_TABLE_SELECTED",
          "{table} is a foreign table: its rows are on the server {server}, and their changes are not"
              + " in the log of the source.",
          "Remove it from the plan and migrate its rows from where they are, or create the foreign"
              + " table on the target too.");
  static final Problem PARTITION =
      Problem.error(
          "FOREIGN_PARTITION",
          "{table}, a partition of {parent}, is a foreign table: its rows are on the server {server},"
              + " and their changes are not in the log of the source.",
          "Detach it from {parent} while the migration runs, or remove {parent} from the plan.");
  static final Problem LEFT_OUT =
      Problem.notice(
          "FOREIGN_TABLE_NOT_MIGRATED",
          "{table} is a foreign table on the server {server}. The plan's rules would take its name, but"
              + " foreign tables are not migrated.",
          "Create the server, the user mapping and the foreign table on the target if it needs them.");

  static final CheckType TYPE =
      CheckType.of("PG_FOREIGN_TABLE")
          .title("Foreign table")
          .condition("No selected table and none of its partitions is a foreign table.")
          .why("The rows of a foreign table are elsewhere, and so is the log of their changes.")
          .when(
              When.anyOf(Phase.STRUCTURE, Phase.FULL, Phase.INCREMENTAL)
                  .whose(Side.SOURCE, "postgresql", "PostgreSQL"))
          .on(Side.SOURCE, Needs.reading(Server.FACET, TableTraits.FACET).selectedObjects())
          .reports(SELECTED, PARTITION, LEFT_OUT)
          .skippable("Rows or changes of these tables are missing on the target.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    Heirs heirs = Heirs.of(context);
    return context.here().rows(TableTraits.FACET).stream()
        .filter(table -> !table.foreignServer().isEmpty())
        .flatMap(table -> judge(context, table, heirs).stream())
        .toList();
  }

  private static Optional<Finding> judge(CheckContext context, TableTraits table, Heirs heirs) {
    QualifiedName name = table.table();
    if (heirs.selected().contains(name)) {
      return heirs.selected().find(name).map(object -> finding(SELECTED, table).about(object));
    }
    if (table.partition()) {
      return heirs.find(name).map(object -> finding(PARTITION, table).about(object));
    }
    Selection selection = context.migration().selection();
    IdentifierCase compare = heirs.selected().compare();
    boolean taken =
        selection.include().stream().anyMatch(rule -> rule.matches(name, compare))
            && selection.exclude().stream().noneMatch(rule -> rule.matches(name, compare));
    return taken ? Optional.of(finding(LEFT_OUT, table)) : Optional.empty();
  }

  private static Finding finding(Problem problem, TableTraits table) {
    return problem
        .at(ObjectRef.table(Side.SOURCE, table.table()))
        .with("table", table.table())
        .with("parent", table.parent())
        .with("server", table.foreignServer());
  }
}
