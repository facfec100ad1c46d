package dev.precheck.checks.privilege;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Migration;
import dev.precheck.spi.PgRelation;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Side;
import java.util.List;

/**
 * PG_RLS: no policy hides rows from the account. Source: PostgreSQL manual, 5.9 (Row Security
 * Policies); the server's own {@code row_security_active} decides.
 */
@AutoService(Check.class)
public final class PgRowSecurityCheck implements Check {

  static final Problem HIDDEN =
      Problem.error(
          "ROWS_HIDDEN_BY_POLICY",
          "Row-level security of {table} applies to {user}{forced}: it reads those rows only that"
              + " a policy lets it see, and no error tells that others are missing.",
          "Let {user} bypass row-level security, have the table's owner copy it, or remove it from"
              + " the plan.");

  static final Problem REFUSES =
      Problem.error(
          "ROWS_REFUSED_BY_POLICY",
          "Row-level security of {table} applies to {user}{forced}: PostgreSQL refuses COPY into it,"
              + " and its policies refuse rows, or pass over those that are to be changed.",
          "Let {user} bypass row-level security, or have the table's owner write it.");

  static final CheckType TYPE =
      CheckType.of("PG_RLS")
          .title("Row-level security")
          .condition("Row-level security of no selected table applies to the account.")
          .why(
              "A query of somebody to whom policies apply returns fewer rows without a word, so the"
                  + " copy is incomplete, and so is the comparison that should find it out. Rows that"
                  + " it writes are refused, or not found.")
          .on(
              Side.SOURCE,
              PgAccess.needs(
                      Side.SOURCE,
                      List.of(Phase.FULL, Phase.VERIFY, Phase.REVERSE),
                      PgRelation.FACET)
                  .selectedObjects())
          .on(
              Side.TARGET,
              PgAccess.needs(
                      Side.TARGET,
                      List.of(Phase.FULL, Phase.INCREMENTAL, Phase.VERIFY),
                      PgRelation.FACET)
                  .selectedObjects())
          .reports(HIDDEN, REFUSES)
          .skippable(
              "The target may lack rows, or the migration stops at the first of such a table.")
          .removable()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    PgAccess access = PgAccess.of(context);
    Problem problem = writes(context) ? REFUSES : HIDDEN;
    return access.tables().stream()
        .filter(taken -> taken.relation().rowSecurity())
        .map(
            taken ->
                problem
                    .at(taken.object().ref(context.side()))
                    .about(taken.object())
                    .with("user", access.account().account())
                    .with("table", taken.relation().qualified())
                    .with(
                        "forced",
                        taken.relation().owned() && taken.relation().forced()
                            ? ", though it owns the table, for it is forced on its owner"
                            : "")
                    .fix("ALTER ROLE " + access.quoted(access.account().account()) + " BYPASSRLS"))
        .toList();
  }

  private static boolean writes(CheckContext context) {
    Migration migration = context.migration();
    return context.side() == Side.TARGET
        ? migration.runs(Phase.FULL) || migration.runs(Phase.INCREMENTAL)
        : !migration.runs(Phase.FULL) && !migration.runs(Phase.VERIFY);
  }
}
