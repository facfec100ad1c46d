package dev.precheck.checks.server;

import static dev.precheck.checks.ServerRows.readOnly;
import static dev.precheck.checks.ServerRows.readOnlyForAll;
import static dev.precheck.checks.ServerRows.server;
import static dev.precheck.checks.SettingRows.setting;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Migration;
import dev.precheck.spi.Phase;
import dev.precheck.spi.ServerState;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import java.util.List;

class TargetWritableCheckTest extends CheckCases {

  private static final Migration MYSQL = plan().build();
  private static final Migration POSTGRESQL = plan().to(DatabaseEngine.POSTGRESQL).build();
  private static final Migration H2 = plan().to(DatabaseEngine.H2).build();

  TargetWritableCheckTest() {
    super(new TargetWritableCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        target("it takes writes", MYSQL, server("a"), setting("read_only", "OFF")).passes(),
        target("read_only", MYSQL, readOnly(false, ""), setting("read_only", "ON"))
            .reports(TargetWritableCheck.READ_ONLY, "SET GLOBAL read_only = OFF"),
        target("read_only, and SUPER", MYSQL, readOnly(true, ""), setting("read_only", "ON"))
            .reports(TargetWritableCheck.PASSED_BY, "read_only set"),
        target("read_only, and a role", MYSQL, readOnly(false, "`dba`"), setting("read_only", "1"))
            .reports(TargetWritableCheck.ROLE_UNKNOWN, "`dba`"),
        target(
                "super_read_only",
                MYSQL,
                readOnlyForAll(),
                setting("read_only", "ON"),
                setting("super_read_only", "ON"))
            .reports(TargetWritableCheck.READ_ONLY, "super_read_only and read_only set"),
        target("innodb_read_only", MYSQL, readOnlyForAll(), setting("innodb_read_only", "ON"))
            .reports(TargetWritableCheck.READ_ONLY, "innodb_read_only set"),
        target("a standby", POSTGRESQL, readOnlyForAll()).reports(TargetWritableCheck.READ_ONLY),
        target("a primary", POSTGRESQL, server("a")).passes(),
        target("not set for the account", POSTGRESQL, server("a"), byDefault("off")).passes(),
        target("set for the account", POSTGRESQL, server("a"), byDefault("on"))
            .reports(
                TargetWritableCheck.READ_ONLY_BY_DEFAULT,
                "ALTER ROLE \"migrator\" IN DATABASE \"shop\" SET default_transaction_read_only"),
        target("H2 takes writes", H2, server("a")).passes(),
        target("H2 does not", H2, readOnlyForAll()).reports(TargetWritableCheck.READ_ONLY),
        given("nothing comes back to the source", Side.SOURCE, MYSQL).doesNotApply(),
        given("changes come back", Side.SOURCE, plan().running(Phase.REVERSE).build())
            .source(ServerState.FACET, readOnly(false, ""))
            .source(Setting.FACET, setting("read_only", "ON"))
            .reports(TargetWritableCheck.READ_ONLY, "source.example"),
        given("the target does not tell", Side.TARGET, MYSQL)
            .target(Setting.FACET)
            .refused(Side.TARGET, ServerState.FACET)
            .cannotTell());
  }

  private static Setting byDefault(String value) {
    return setting("default_transaction_read_only", value);
  }

  private static CheckCase target(
      String name, Migration plan, ServerState state, Setting... settings) {
    return given(name, Side.TARGET, plan)
        .target(ServerState.FACET, state)
        .target(Setting.FACET, settings);
  }
}
