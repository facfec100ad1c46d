package dev.precheck.checks.scope;

import static java.util.stream.Collectors.toSet;

import com.google.auto.service.AutoService;
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
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** RDB_TABLE_COUNT: one plan is not made of more than one migration can hold in mind. */
@AutoService(Check.class)
public final class TableCountCheck implements Check {

  private static final int MOST_TABLES = 10_000;
  private static final int MOST_COLUMNS = 500_000;

  static final Problem MANY =
      Problem.warning(
          "TOO_MUCH_FOR_ONE_PLAN",
          "The plan selects {found} {what}; up to {most} are fine in one plan.",
          "Split the plan, by schema for example.");

  static final CheckType TYPE =
      CheckType.of("RDB_TABLE_COUNT")
          .title("Table number")
          .condition(
              "The plan selects no more than 10,000 tables and views, and no more than 500,000"
                  + " columns.")
          .why(
              "A migration keeps the structure of all tables in memory and starts only when it has"
                  + " read it; if one table fails, all of them wait.")
          .on(Side.SOURCE, Needs.reading(Server.FACET, Column.FACET).selectedObjects())
          .reports(MANY)
          .skippable("The migration starts slowly and needs much memory.")
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    IdentifierCase compare = context.here().row(Server.FACET).identifierCase();
    Set<QualifiedName> selected =
        context.selected().stream().map(object -> compare.key(object.source())).collect(toSet());
    long columns =
        context.here().rows(Column.FACET).stream()
            .filter(column -> selected.contains(compare.key(column.table())))
            .count();
    List<Finding> findings = new ArrayList<>();
    if (selected.size() > MOST_TABLES) {
      findings.add(many("tables and views", selected.size(), MOST_TABLES));
    }
    if (columns > MOST_COLUMNS) {
      findings.add(many("columns", columns, MOST_COLUMNS));
    }
    return findings;
  }

  private static Finding many(String what, long found, long most) {
    return MANY.at(ObjectRef.endpoint(Side.SOURCE))
        .with("what", what)
        .with("found", found)
        .with("most", most);
  }
}
