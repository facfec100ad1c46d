package dev.precheck.checks.privilege;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.PgSchemaPrivilege;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** PG_PRIV_CONNECT_USAGE: the account gets at the database and at the schemas of the plan. */
@AutoService(Check.class)
public final class PgUsageCheck implements Check {

  static final Problem NO_CONNECT =
      Problem.error(
          "CONNECT_MISSING",
          "{user} has no CONNECT on the database {database}; the migration needs new sessions.",
          "Grant CONNECT on {database} to {user}.");
  static final Problem NO_USAGE =
      Problem.error(
          "USAGE_MISSING",
          "{user} has no USAGE on the schema {schema}: nothing in it can be read or written,"
              + " whatever is granted on its tables.",
          "Grant USAGE on {schema} to {user}.");

  static final CheckType TYPE =
      CheckType.of("PG_PRIV_CONNECT_USAGE")
          .title("CONNECT and USAGE privileges")
          .condition(
              "The account has CONNECT on the database, and USAGE on every schema that the plan"
                  + " reads from or writes into.")
          .why("Without them the tables cannot be reached, even with every privilege on them.")
          .on(
              Side.SOURCE,
              PgAccess.needs(Side.SOURCE, List.of(), PgSchemaPrivilege.FACET).selectedSchemas())
          .on(
              Side.TARGET,
              PgAccess.needs(Side.TARGET, List.of(), PgSchemaPrivilege.FACET).selectedSchemas())
          .reports(NO_CONNECT, NO_USAGE)
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    PgAccess access = PgAccess.of(context);
    List<Finding> findings = new ArrayList<>();
    String database = access.account().databaseName();
    if (!access.account().mayConnect()) {
      findings.add(
          NO_CONNECT
              .at(ObjectRef.endpoint(context.side()))
              .with("user", access.account().account())
              .with("database", database)
              .fix(access.grant("CONNECT ON DATABASE " + access.quoted(database))));
    }
    Set<String> selected = context.selectedSchemas();
    context.here().rows(PgSchemaPrivilege.FACET).stream()
        .filter(schema -> selected.contains(schema.name()) && !schema.mayUse())
        .map(
            schema ->
                NO_USAGE
                    .at(ObjectRef.schema(context.side(), schema.name()))
                    .with("user", access.account().account())
                    .with("schema", schema.name())
                    .fix(access.grant("USAGE ON SCHEMA " + access.quoted(schema.name()))))
        .forEach(findings::add);
    return findings;
  }
}
