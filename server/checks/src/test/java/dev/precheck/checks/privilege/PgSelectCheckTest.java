package dev.precheck.checks.privilege;

import static dev.precheck.checks.privilege.PgCases.account;
import static dev.precheck.checks.privilege.PgCases.on;
import static dev.precheck.checks.privilege.PgCases.plan;
import static dev.precheck.checks.privilege.PgCases.sequence;
import static dev.precheck.checks.privilege.PgCases.table;
import static dev.precheck.testkit.CheckCase.given;

import dev.precheck.checks.Rows;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.PgAccount;
import dev.precheck.spi.PgRelation;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class PgSelectCheckTest extends CheckCases {

  private static final Plans T = plan().tables("shop.t");
  private static final Plans TWO = plan().tables("shop.t", "shop.u");

  PgSelectCheckTest() {
    super(new PgSelectCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        on("all", Side.SOURCE, T, account(), table("t"), sequence("t", true, false)).passes(),
        on("none", Side.SOURCE, T, account(), table("t", "select"))
            .reports(PgSelectCheck.TABLE, "GRANT SELECT ON TABLE \"shop\".\"t\" TO \"migrator\""),
        on("some columns", Side.SOURCE, T, account(), table("t", "select", "columns"))
            .reports(PgSelectCheck.TABLE, "beyond some of its columns"),
        on("of another table", Side.SOURCE, T, account(), table("t"), table("u", "select"))
            .passes(),
        on("each of two", Side.SOURCE, TWO, account(), table("t", "select"), table("u", "select"))
            .reports(PgSelectCheck.TABLE, PgSelectCheck.TABLE),
        on("its sequence", Side.SOURCE, T, account(), table("t"), sequence("t", false, true))
            .reports(
                PgSelectCheck.SEQUENCE,
                "GRANT SELECT ON SEQUENCE \"shop\".\"t_id_seq\" TO \"migrator\""),
        on(
                "the sequence of another table",
                Side.SOURCE,
                T,
                account(),
                table("t"),
                sequence("u", false, false))
            .passes(),
        on("a table that is not there", Side.SOURCE, T, account()).passes(),
        on("nothing is copied", Side.SOURCE, T.running(Phase.STRUCTURE), account()).doesNotApply(),
        given("relations cannot be read", Side.SOURCE, T.build())
            .source(Server.FACET, Rows.SERVER)
            .source(PgAccount.FACET, account())
            .refused(Side.SOURCE, PgRelation.FACET)
            .cannotTell(),
        given("from MySQL", Side.SOURCE, T.from(DatabaseEngine.MYSQL).build()).doesNotApply());
  }
}
