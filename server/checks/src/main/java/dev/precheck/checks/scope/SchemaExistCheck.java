package dev.precheck.checks.scope;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Families;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Schema;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** RDB_SCHEMA_EXIST: OMS creates no schema on the target, so neither side may lack one. */
@AutoService(Check.class)
public final class SchemaExistCheck implements Check {

  static final Problem SOURCE_MISSING =
      Problem.error(
          "SOURCE_SCHEMA_MISSING",
          "The plan migrates {schema}, which the source does not have or {user} may not see.",
          "Correct the name in the plan, or let {user} see the schema by granting SELECT in it.");
  static final Problem TARGET_MISSING =
      Problem.error(
          "TARGET_SCHEMA_MISSING",
          "The plan writes into {schema}, which the target does not have or {user} may not see.",
          "Create {schema} on the target with the character set you want, or map the source's schema"
              + " to one that exists.");

  private static final Needs NEEDS = Needs.reading(Server.FACET, Schema.FACET).selectedSchemas();

  static final CheckType TYPE =
      CheckType.of("RDB_SCHEMA_EXIST")
          .title("Database existence")
          .condition(
              "Every schema that the plan names exists on the source, and every schema it is mapped"
                  + " to exists on the target. In MySQL and MariaDB a schema is a database.")
          .why(
              "The migration reads from schemas and writes into schemas that exist; it creates none.")
          .on(Side.SOURCE, NEEDS)
          .on(Side.TARGET, NEEDS)
          .reports(SOURCE_MISSING, TARGET_MISSING)
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    IdentifierCase compare = context.here().row(Server.FACET).identifierCase();
    Set<String> present =
        context.here().rows(Schema.FACET).stream()
            .map(schema -> compare.key(schema.name()))
            .collect(Collectors.toSet());
    return context.selectedSchemas().stream()
        .filter(schema -> !present.contains(compare.key(schema)))
        .map(schema -> missing(context, schema))
        .toList();
  }

  private static Finding missing(CheckContext context, String schema) {
    Problem problem = context.side() == Side.SOURCE ? SOURCE_MISSING : TARGET_MISSING;
    Finding finding =
        problem
            .at(ObjectRef.schema(context.side(), schema))
            .with("schema", schema)
            .with("user", context.endpoint().user());
    return context.side() == Side.SOURCE ? finding : finding.fix(create(context, schema));
  }

  private static String create(CheckContext context, String schema) {
    DatabaseEngine engine = context.endpoint().engine();
    String noun = Families.isMySql(engine) ? "DATABASE" : "SCHEMA";
    return "CREATE " + noun + " " + engine.quoted(schema);
  }
}
