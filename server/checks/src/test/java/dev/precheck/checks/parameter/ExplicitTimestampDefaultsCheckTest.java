package dev.precheck.checks.parameter;

import static dev.precheck.checks.SettingRows.on;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import java.util.List;

class ExplicitTimestampDefaultsCheckTest extends CheckCases {

  private static final String NAME = "explicit_defaults_for_timestamp";

  ExplicitTimestampDefaultsCheckTest() {
    super(new ExplicitTimestampDefaultsCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        on(given("both on", Side.TARGET, plan().build()), NAME, "ON", "ON").passes(),
        on(given("both off", Side.TARGET, plan().build()), NAME, "OFF", "OFF").passes(),
        on(given("5.7 to 8.0", Side.TARGET, plan().build()), NAME, "OFF", "ON")
            .reports(ExplicitTimestampDefaultsCheck.DIFFERS, "OFF on the source and ON"),
        given("it is not shown", Side.TARGET, plan().build())
            .source(Setting.FACET)
            .target(Setting.FACET)
            .cannotTell(),
        given("no table is made", Side.TARGET, plan().running(Phase.FULL).build()).doesNotApply(),
        given("from PostgreSQL", Side.TARGET, plan().from(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply());
  }
}
