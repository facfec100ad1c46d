package dev.precheck.checks.privilege;

import static dev.precheck.checks.privilege.PgCases.account;
import static dev.precheck.checks.privilege.PgCases.on;
import static dev.precheck.checks.privilege.PgCases.plan;
import static dev.precheck.checks.privilege.PgCases.sequence;
import static dev.precheck.checks.privilege.PgCases.table;
import static dev.precheck.testkit.CheckCase.given;

import dev.precheck.checks.Rows;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.PgAccount;
import dev.precheck.spi.PgRelation;
import dev.precheck.spi.PgSchemaPrivilege;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class PgTargetCheckTest extends CheckCases {

  private static final Plans T = plan().tables("shop.t");
  private static final Plans BACK = T.running(Phase.INCREMENTAL, Phase.REVERSE);
  private static final Selection NEW =
      Selection.of(List.of(Plans.mapped(ObjectKind.TABLE, "shop.t", "shop.n")));

  private static CheckCase create(Plans plan) {
    return given("no CREATE on the schema", Side.TARGET, plan.build())
        .target(Server.FACET, Rows.server("PostgreSQL", "16.2"))
        .target(PgAccount.FACET, account())
        .target(PgRelation.FACET)
        .target(PgSchemaPrivilege.FACET, new PgSchemaPrivilege("shop", true, false));
  }

  PgTargetCheckTest() {
    super(new PgTargetCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        on("all", Side.TARGET, T, account(), table("t"), sequence("t", false, true)).passes(),
        on("nothing is there yet", Side.TARGET, T, account()).passes(),
        create(T)
            .reports(PgTargetCheck.NO_CREATE, "GRANT CREATE ON SCHEMA \"shop\" TO \"migrator\""),
        create(T.running(Phase.FULL)).passes(),
        on("some of it", Side.TARGET, T, account(), table("t", "insert", "delete"))
            .reports(
                PgTargetCheck.NO_WRITE,
                "GRANT INSERT, DELETE ON TABLE \"shop\".\"t\" TO \"migrator\""),
        on("another table", Side.TARGET, T, account(), table("t"), table("u", "insert")).passes(),
        on(
                "a verification reads only",
                Side.TARGET,
                T.running(Phase.VERIFY),
                account(),
                table("t", "insert", "update", "delete", "truncate"))
            .passes(),
        on(
                "a verification may not read",
                Side.TARGET,
                T.running(Phase.VERIFY),
                account(),
                table("t", "select"))
            .reports(PgTargetCheck.NO_WRITE, "GRANT SELECT ON TABLE"),
        on(
                "the structure only",
                Side.TARGET,
                T.running(Phase.STRUCTURE),
                account(),
                table("t", "insert"))
            .passes(),
        on("no TRUNCATE", Side.TARGET, T, account(), table("t", "truncate"))
            .reports(PgTargetCheck.NO_TRUNCATE, "GRANT TRUNCATE ON TABLE"),
        on("its sequence", Side.TARGET, T, account(), table("t"), sequence("t", true, false))
            .reports(PgTargetCheck.NO_SETVAL, "GRANT UPDATE ON SEQUENCE \"shop\".\"t_id_seq\""),
        on(
                "the name on the target counts",
                Side.TARGET,
                T.select(NEW),
                account(),
                table("n", "update"),
                table("t", "insert"))
            .reports(PgTargetCheck.NO_WRITE, "GRANT UPDATE ON TABLE \"shop\".\"n\""),
        on("changes flow back", Side.SOURCE, BACK, account(), table("t", "update"))
            .reports(PgTargetCheck.NO_WRITE, "GRANT UPDATE ON TABLE \"shop\".\"t\""),
        given("nothing flows back", Side.SOURCE, T.build()).doesNotApply(),
        given("relations cannot be read", Side.TARGET, T.build())
            .target(Server.FACET, Rows.SERVER)
            .target(PgAccount.FACET, account())
            .target(PgSchemaPrivilege.FACET)
            .refused(Side.TARGET, PgRelation.FACET)
            .cannotTell());
  }
}
