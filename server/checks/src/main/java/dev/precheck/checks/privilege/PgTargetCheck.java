package dev.precheck.checks.privilege;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Migration;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.PgRelation;
import dev.precheck.spi.PgSchemaPrivilege;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * PG_PRIV_TARGET: what the plan writes may be written, at the target and, where changes flow back,
 * at the source. Tables that the plan creates will belong to the account.
 */
@AutoService(Check.class)
public final class PgTargetCheck implements Check {

  static final Problem NO_CREATE =
      Problem.error(
          "CREATE_ON_SCHEMA_MISSING",
          "The plan creates tables in {schema}, and {user} has no CREATE on it. From PostgreSQL 15"
              + " on nobody has it on the schema public any more without being granted it.",
          "Grant CREATE on {schema} to {user}.");
  static final Problem NO_WRITE =
      Problem.error(
          "WRITE_PRIVILEGES_MISSING",
          "Of what the plan needs on {table} ({needed}), {user} lacks {missing}.",
          "Grant {missing} on {table} to {user}, or remove it from the plan.");
  static final Problem NO_TRUNCATE =
      Problem.warning(
          "TRUNCATE_MISSING",
          "{user} has no TRUNCATE on {table}: it can neither empty it before it is copied again nor"
              + " repeat a TRUNCATE of the other side.",
          "Grant TRUNCATE on {table} to {user}, or be ready to empty it by hand.");
  static final Problem NO_SETVAL =
      Problem.warning(
          "SEQUENCE_NOT_WRITABLE",
          "{user} has no UPDATE on the sequence {sequence}, which fills a column of {table}: it"
              + " cannot let it go on behind the copied rows.",
          "Grant UPDATE on {sequence} to {user}, or set its value by hand before the switch.");

  private static final List<Phase> WRITING =
      List.of(Phase.STRUCTURE, Phase.FULL, Phase.VERIFY, Phase.INCREMENTAL);

  static final CheckType TYPE =
      CheckType.of("PG_PRIV_TARGET")
          .title("Privileges to write")
          .condition(
              "The account may create tables in the schemas where the plan does so, and may read and"
                  + " change the rows of the tables that are there and that the plan writes into;"
                  + " where changes flow back, also those of the source.")
          .why("The first statement that is not allowed stops the migration.")
          .on(
              Side.SOURCE,
              PgAccess.needs(
                      Side.SOURCE,
                      List.of(Phase.REVERSE),
                      PgRelation.FACET,
                      PgSchemaPrivilege.FACET)
                  .selectedObjects()
                  .selectedSchemas())
          .on(
              Side.TARGET,
              PgAccess.needs(Side.TARGET, WRITING, PgRelation.FACET, PgSchemaPrivilege.FACET)
                  .selectedObjects()
                  .selectedSchemas())
          .reports(NO_CREATE, NO_WRITE, NO_TRUNCATE, NO_SETVAL)
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    PgAccess access = PgAccess.of(context);
    Migration plan = context.migration();
    List<Finding> findings = new ArrayList<>();
    if (context.side() == Side.TARGET && plan.runs(Phase.STRUCTURE)) {
      findings.addAll(create(access));
    }
    boolean rows =
        context.side() == Side.SOURCE || plan.runs(Phase.FULL) || plan.runs(Phase.INCREMENTAL);
    boolean reads = rows || plan.runs(Phase.VERIFY);
    for (PgAccess.Taken taken : access.tables()) {
      List<String> missing = missing(taken.relation(), reads, rows);
      String needed = rows ? "SELECT, INSERT, UPDATE, DELETE" : "SELECT";
      if (!missing.isEmpty()) {
        findings.add(
            lacking(access, taken, NO_WRITE, String.join(", ", missing)).with("needed", needed));
      }
      if (rows && !taken.relation().mayTruncate()) {
        findings.add(lacking(access, taken, NO_TRUNCATE, "TRUNCATE"));
      }
    }
    if (rows) {
      access
          .sequences()
          .filter(sequence -> !sequence.mayUpdate())
          .map(sequence -> sequence(access, sequence))
          .forEach(findings::add);
    }
    return findings;
  }

  private static List<Finding> create(PgAccess access) {
    Set<String> selected = access.context().selectedSchemas();
    return access.context().here().rows(PgSchemaPrivilege.FACET).stream()
        .filter(schema -> selected.contains(schema.name()) && !schema.mayCreate())
        .map(
            schema ->
                NO_CREATE
                    .at(ObjectRef.schema(Side.TARGET, schema.name()))
                    .with("user", access.account().account())
                    .with("schema", schema.name())
                    .fix(access.grant("CREATE ON SCHEMA " + access.quoted(schema.name()))))
        .toList();
  }

  private static List<String> missing(PgRelation table, boolean reads, boolean rows) {
    List<String> missing = new ArrayList<>();
    if (reads && !table.maySelect()) {
      missing.add("SELECT");
    }
    if (rows && !table.mayInsert()) {
      missing.add("INSERT");
    }
    if (rows && !table.mayUpdate()) {
      missing.add("UPDATE");
    }
    if (rows && !table.mayDelete()) {
      missing.add("DELETE");
    }
    return missing;
  }

  private static Finding lacking(
      PgAccess access, PgAccess.Taken taken, Problem problem, String missing) {
    return problem
        .at(taken.object().ref(access.context().side()))
        .about(taken.object())
        .with("user", access.account().account())
        .with("table", taken.relation().qualified())
        .with("missing", missing)
        .fix(access.grant(missing + " ON TABLE " + access.quoted(taken.relation().qualified())));
  }

  private static Finding sequence(PgAccess access, PgRelation sequence) {
    return NO_SETVAL
        .at(ObjectRef.table(access.context().side(), sequence.qualified()))
        .with("user", access.account().account())
        .with("sequence", sequence.qualified())
        .with("table", sequence.ofSchema() + "." + sequence.ofTable())
        .fix(access.grant("UPDATE ON SEQUENCE " + access.quoted(sequence.qualified())));
  }
}
