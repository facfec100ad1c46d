package dev.precheck.checks.server;

import static dev.precheck.checks.ServerRows.server;
import static dev.precheck.checks.SettingRows.setting;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Phase;
import dev.precheck.spi.ServerState;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import java.util.List;

class SessionTimeoutCheckTest extends CheckCases {

  SessionTimeoutCheckTest() {
    super(new SessionTimeoutCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        mysql(
                setting("max_execution_time", "0"),
                setting("wait_timeout", "28800"),
                setting("net_read_timeout", "30"),
                setting("net_write_timeout", "60"))
            .passes(),
        mysql(setting("max_statement_time", "0.000000"), setting("idle_transaction_timeout", "0"))
            .passes(),
        mysql(setting("max_execution_time", "1000"))
            .reports(SessionTimeoutCheck.TOO_SHORT, "SET GLOBAL max_execution_time = 0"),
        mysql(setting("max_statement_time", "0.500000"))
            .reports(SessionTimeoutCheck.TOO_SHORT, "is 0.500000 s for sessions of migrator"),
        mysql(setting("wait_timeout", "299"), setting("net_read_timeout", "29"))
            .reports(SessionTimeoutCheck.TOO_SHORT, SessionTimeoutCheck.TOO_SHORT),
        mysql(setting("wait_timeout", "60"))
            .reports(SessionTimeoutCheck.TOO_SHORT, "SET GLOBAL wait_timeout = 300"),
        postgresql(setting("idle_session_timeout", "0"), setting("statement_timeout", "0"))
            .passes(),
        postgresql(setting("statement_timeout", "5000"))
            .reports(
                SessionTimeoutCheck.TOO_SHORT,
                "ALTER ROLE \"migrator\" IN DATABASE \"shop\" SET statement_timeout = 0"),
        postgresql(setting("lock_timeout", "100"), setting("transaction_timeout", "1"))
            .reports(SessionTimeoutCheck.TOO_SHORT, SessionTimeoutCheck.TOO_SHORT),
        given("H2 has none", Side.TARGET, plan().to(DatabaseEngine.H2).build())
            .target(ServerState.FACET, server("a"))
            .target(Setting.FACET, setting("statement_timeout", "1"))
            .passes(),
        given("settings are hidden", Side.SOURCE, plan().build())
            .refused(Side.SOURCE, Setting.FACET)
            .source(ServerState.FACET, server("a"))
            .cannotTell(),
        given("definitions only", Side.SOURCE, plan().running(Phase.STRUCTURE).build())
            .doesNotApply());
  }

  private static CheckCase mysql(Setting... settings) {
    return given("MySQL", Side.SOURCE, plan().build())
        .source(ServerState.FACET, server("a"))
        .source(Setting.FACET, settings);
  }

  private static CheckCase postgresql(Setting... settings) {
    return given("PostgreSQL", Side.TARGET, plan().to(DatabaseEngine.POSTGRESQL).build())
        .target(ServerState.FACET, server("a"))
        .target(Setting.FACET, settings);
  }
}
