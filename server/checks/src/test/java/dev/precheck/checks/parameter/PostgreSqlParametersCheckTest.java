package dev.precheck.checks.parameter;

import static dev.precheck.checks.SettingRows.on;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import java.util.List;

class PostgreSqlParametersCheckTest extends CheckCases {

  PostgreSqlParametersCheckTest() {
    super(new PostgreSqlParametersCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        on(target("equal"), "bytea_output", "hex", "hex").passes(),
        on(target("binary values"), "bytea_output", "escape", "hex")
            .reports(PostgreSqlParametersCheck.DIFFERS, "Binary values are printed otherwise."),
        on(target("of no interest"), "shared_buffers", "16384", "32768").passes(),
        on(target("intervals"), "IntervalStyle", "postgres", "iso_8601")
            .reports(PostgreSqlParametersCheck.DIFFERS, "ALTER DATABASE … SET"),
        target("not shown").source(Setting.FACET).target(Setting.FACET).passes(),
        target("refused").source(Setting.FACET).refused(Side.TARGET, Setting.FACET).cannotTell(),
        given("from MySQL", Side.TARGET, plan().to(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply());
  }

  private static CheckCase target(String name) {
    return given(
        name,
        Side.TARGET,
        plan().from(DatabaseEngine.POSTGRESQL).to(DatabaseEngine.POSTGRESQL).build());
  }
}
