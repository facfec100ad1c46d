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

class MaxAllowedPacketCheckTest extends CheckCases {

  MaxAllowedPacketCheckTest() {
    super(new MaxAllowedPacketCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        packets("4194304", "4194304").passes(),
        packets("4194304", "67108864").passes(),
        packets("67108864", "4194304")
            .reports(MaxAllowedPacketCheck.SMALLER, "SET GLOBAL max_allowed_packet = 67108864"),
        packets("many", "4194304").cannotTell(),
        given("the target shows none", Side.TARGET, plan().build())
            .source(Setting.FACET, new Setting("max_allowed_packet", "1024"))
            .target(Setting.FACET)
            .cannotTell(),
        given("definitions only", Side.TARGET, plan().running(Phase.STRUCTURE).build())
            .doesNotApply(),
        given("to PostgreSQL", Side.TARGET, plan().to(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply());
  }

  private static CheckCase packets(String source, String target) {
    return on(
        given(source + " to " + target, Side.TARGET, plan().build()),
        "max_allowed_packet",
        source,
        target);
  }
}
