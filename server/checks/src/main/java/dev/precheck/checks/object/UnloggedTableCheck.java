package dev.precheck.checks.object;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.TableTraits;
import dev.precheck.spi.When;
import java.util.List;

/**
 * PG_UNLOGGED_TABLE: changes of every selected table are in the log (PostgreSQL manual, CREATE
 * TABLE).
 */
@AutoService(Check.class)
public final class UnloggedTableCheck implements Check {

  static final Problem UNLOGGED =
      Problem.error(
          "TABLE_UNLOGGED",
          "{table} is UNLOGGED: its changes are in no log, so change capture never sees them.",
          "Make it a logged table with the fix statement, which locks and rewrites it, or remove it"
              + " from the plan.");

  static final CheckType TYPE =
      CheckType.of("PG_UNLOGGED_TABLE")
          .title("Unlogged table")
          .condition("No selected table or partition of the source is UNLOGGED.")
          .why("Change capture reads the log, and an unlogged table's changes are not in it.")
          .when(When.anyOf(Phase.INCREMENTAL).whose(Side.SOURCE, "postgresql", "PostgreSQL"))
          .on(Side.SOURCE, Needs.reading(Server.FACET, TableTraits.FACET).selectedObjects())
          .reports(UNLOGGED)
          .skippable("Changes of these tables after their copy are lost.")
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
        .filter(TableTraits::unlogged)
        .map(TableTraits::table)
        .distinct()
        .flatMap(
            table ->
                heirs.find(table).stream()
                    .map(
                        object ->
                            UNLOGGED
                                .at(ObjectRef.table(Side.SOURCE, table))
                                .about(object)
                                .with("table", table)
                                .fix(
                                    "ALTER TABLE "
                                        + context.endpoint().engine().quoted(table)
                                        + " SET LOGGED")))
        .toList();
  }
}
