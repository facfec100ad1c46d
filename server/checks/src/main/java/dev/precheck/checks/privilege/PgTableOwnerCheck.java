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
 * PG_TABLE_OWNER: the account may put tables into a publication and set their replica identity.
 * Sources: PostgreSQL manual, CREATE PUBLICATION and ALTER TABLE (must own the table).
 */
@AutoService(Check.class)
public final class PgTableOwnerCheck implements Check {

  static final Problem NOT_OWNED =
      Problem.error(
          "TABLE_NOT_OWNED",
          "{table} is in no publication that has all its rows, columns and changes, and {user} cannot"
              + " put it into one: it belongs to {owner}, whose privileges {user} does not have.",
          "Have {owner} or a superuser create the publication with this table, or make {user} a"
              + " member of {owner} if that role may not do more than you want {user} to do.");

  static final CheckType TYPE =
      CheckType.of("PG_TABLE_OWNER")
          .title("Table ownership")
          .condition(
              "Each selected table whose changes are captured is whole in a publication, or the account"
                  + " has its owner's privileges and can put it into one.")
          .why(
              "Only owners may publish a table or set what identifies its rows, so the set-up of"
                  + " change capture fails.")
          .on(
              Side.SOURCE,
              PgAccess.needs(Side.SOURCE, List.of(Phase.INCREMENTAL), PgRelation.FACET)
                  .selectedObjects())
          .on(
              Side.TARGET,
              PgAccess.needs(Side.TARGET, List.of(Phase.REVERSE), PgRelation.FACET)
                  .selectedObjects())
          .reports(NOT_OWNED)
          .skippable(
              "Changes of these tables are captured only if somebody publishes them before the"
                  + " migration starts.")
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
    return access.tables().stream()
        .filter(taken -> !taken.relation().owned() && !taken.relation().published())
        .map(taken -> finding(access, taken))
        .toList();
  }

  /** Nobody is told to become a member of a superuser: SET ROLE would make them one. */
  private static Finding finding(PgAccess access, PgAccess.Taken taken) {
    PgRelation relation = taken.relation();
    Finding finding =
        NOT_OWNED
            .at(taken.object().ref(access.context().side()))
            .about(taken.object())
            .with("user", access.account().account())
            .with("table", relation.qualified())
            .with("owner", relation.owner());
    if (!relation.ownerSuperuser()) {
      for (String statement : access.grantRole(relation.owner())) {
        finding = finding.fix(statement);
      }
    }
    return finding;
  }
}
