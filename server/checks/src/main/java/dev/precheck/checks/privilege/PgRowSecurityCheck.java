package dev.precheck.checks.privilege;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
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

  static final CheckType TYPE =
      CheckType.of("PG_RLS")
          .title("Row-level security")
          .condition("Row-level security of no selected table applies to the account.")
          .why(
              "A query of somebody to whom policies apply returns fewer rows without a word, so the"
                  + " copy is incomplete, and so is the comparison that should find it out.")
          .on(
              Side.SOURCE,
              PgAccess.needs(Side.SOURCE, List.of(Phase.FULL, Phase.VERIFY), PgRelation.FACET)
                  .selectedObjects())
          .reports(HIDDEN)
          .skippable("The target may lack rows, and nothing will tell.")
          .removable()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    PgAccess access = PgAccess.of(context);
    return access.tables().stream()
        .filter(taken -> taken.relation().rowSecurity())
        .map(
            taken ->
                HIDDEN
                    .at(taken.object().ref(Side.SOURCE))
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
}
