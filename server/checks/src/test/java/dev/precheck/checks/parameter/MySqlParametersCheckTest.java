package dev.precheck.checks.parameter;

import static dev.precheck.checks.SettingRows.on;
import static dev.precheck.checks.SettingRows.setting;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import java.util.List;

class MySqlParametersCheckTest extends CheckCases {

  MySqlParametersCheckTest() {
    super(new MySqlParametersCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        on(target("equal"), "group_concat_max_len", "1024", "1024").passes(),
        on(target("a shorter list"), "group_concat_max_len", "1048576", "1024")
            .reports(MySqlParametersCheck.DIFFERS, "1048576 on the source and 1024"),
        on(target("of no interest"), "port", "3306", "3307").passes(),
        target("an old name")
            .source(Setting.FACET, setting("tx_isolation", "REPEATABLE-READ"))
            .target(Setting.FACET, setting("transaction_isolation", "READ-COMMITTED"))
            .reports(MySqlParametersCheck.DIFFERS, "transaction_isolation is REPEATABLE-READ"),
        target("unknown to the source")
            .source(Setting.FACET)
            .target(Setting.FACET, setting("sql_require_primary_key", "ON"))
            .passes(),
        target("two")
            .source(
                Setting.FACET,
                setting("default_week_format", "0"),
                setting("auto_increment_increment", "1"))
            .target(
                Setting.FACET,
                setting("default_week_format", "3"),
                setting("auto_increment_increment", "2"))
            .reports(MySqlParametersCheck.DIFFERS, MySqlParametersCheck.DIFFERS),
        target("refused").refused(Side.SOURCE, Setting.FACET).target(Setting.FACET).cannotTell(),
        given("to PostgreSQL", Side.TARGET, plan().to(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply());
  }

  private static CheckCase target(String name) {
    return given(name, Side.TARGET, plan().to(DatabaseEngine.MARIADB).build());
  }
}
