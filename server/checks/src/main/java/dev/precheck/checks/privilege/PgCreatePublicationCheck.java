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
import java.util.List;

/** PG_CREATE_PUBLICATION: the account may create the publication that change capture reads. */
@AutoService(Check.class)
public final class PgCreatePublicationCheck implements Check {

  static final Problem MISSING =
      Problem.error(
          "CREATE_MISSING",
          "Not all tables of the plan are in a publication with all their rows, columns and changes,"
              + " and {user} may not create one: it has no CREATE on the database {database}.",
          "Grant CREATE on {database} to {user}, or have somebody else create the publication.");

  static final CheckType TYPE =
      CheckType.of("PG_CREATE_PUBLICATION")
          .title("Privilege to create a publication")
          .condition(
              "The account has CREATE on the database where changes are captured, or all selected"
                  + " tables are whole in a publication already.")
          .why("Change capture reads a publication, and the set-up fails where it cannot have one.")
          .on(
              Side.SOURCE,
              PgAccess.needs(Side.SOURCE, List.of(Phase.INCREMENTAL), PgRelation.FACET)
                  .selectedObjects())
          .on(
              Side.TARGET,
              PgAccess.needs(Side.TARGET, List.of(Phase.REVERSE), PgRelation.FACET)
                  .selectedObjects())
          .reports(MISSING)
          .skippable(
              "Changes are captured only if somebody creates the publication before the migration"
                  + " starts.")
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    PgAccess access = PgAccess.of(context);
    List<PgAccess.Taken> tables = access.tables();
    boolean published =
        !tables.isEmpty() && tables.stream().allMatch(taken -> taken.relation().published());
    if (access.account().mayCreate() || published) {
      return List.of();
    }
    String database = access.account().databaseName();
    return List.of(
        MISSING
            .at(ObjectRef.endpoint(context.side()))
            .with("user", access.account().account())
            .with("database", database)
            .fix(access.grant("CREATE ON DATABASE " + access.quoted(database))));
  }
}
