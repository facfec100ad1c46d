package dev.precheck.checks.privilege;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.PgRelation;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Side;
import java.util.ArrayList;
import java.util.List;

/** PG_PRIV_SELECT: all rows that the plan copies or compares can be read. Views have none. */
@AutoService(Check.class)
public final class PgSelectCheck implements Check {

  static final Problem TABLE =
      Problem.error(
          "SELECT_MISSING",
          "{user} may not read {table}{columns}: it has no SELECT on it, neither of its own nor"
              + " through a role.",
          "Grant SELECT on {table} to {user}, or remove it from the plan.");
  static final Problem SEQUENCE =
      Problem.warning(
          "SEQUENCE_NOT_READABLE",
          "{user} may not read the sequence {sequence}, which fills a column of {table}: it cannot"
              + " be told where the target's sequence must go on.",
          "Grant SELECT on {sequence} to {user}, or set the target's sequence by hand before the"
              + " switch.");

  static final CheckType TYPE =
      CheckType.of("PG_PRIV_SELECT")
          .title("SELECT privileges")
          .condition(
              "The account may read all columns of every selected table, and the sequences that"
                  + " fill them.")
          .why("The copy of a table that may not be read fails.")
          .on(
              Side.SOURCE,
              PgAccess.needs(Side.SOURCE, List.of(Phase.FULL, Phase.VERIFY), PgRelation.FACET)
                  .selectedObjects())
          .reports(TABLE, SEQUENCE)
          .removable()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    PgAccess access = PgAccess.of(context);
    List<Finding> findings = new ArrayList<>();
    access.tables().stream()
        .filter(taken -> !taken.relation().maySelect())
        .map(taken -> table(access, taken))
        .forEach(findings::add);
    access
        .sequences()
        .filter(sequence -> !sequence.maySelect())
        .map(sequence -> sequence(access, sequence))
        .forEach(findings::add);
    return findings;
  }

  private static Finding table(PgAccess access, PgAccess.Taken taken) {
    PgRelation relation = taken.relation();
    return TABLE
        .at(taken.object().ref(Side.SOURCE))
        .about(taken.object())
        .with("user", access.account().account())
        .with("table", relation.qualified())
        .with("columns", relation.maySelectSome() ? " beyond some of its columns" : "")
        .fix(access.grant("SELECT ON TABLE " + access.quoted(relation.qualified())));
  }

  private static Finding sequence(PgAccess access, PgRelation sequence) {
    return SEQUENCE
        .at(ObjectRef.table(Side.SOURCE, sequence.qualified()))
        .with("user", access.account().account())
        .with("sequence", sequence.qualified())
        .with("table", sequence.ofSchema() + "." + sequence.ofTable())
        .fix(access.grant("SELECT ON SEQUENCE " + access.quoted(sequence.qualified())));
  }
}
