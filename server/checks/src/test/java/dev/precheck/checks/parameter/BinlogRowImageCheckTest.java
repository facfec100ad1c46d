package dev.precheck.checks.parameter;

import static dev.precheck.checks.SettingRows.setting;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import java.util.List;

class BinlogRowImageCheckTest extends CheckCases {

  BinlogRowImageCheckTest() {
    super(new BinlogRowImageCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        with("FULL").passes(),
        with("MINIMAL")
            .reports(BinlogRowImageCheck.MINIMAL, "SET GLOBAL binlog_row_image = 'FULL'"),
        with("NOBLOB").reports(BinlogRowImageCheck.PARTIAL, "is NOBLOB on the source"),
        with("FULL_NODUP").reports(BinlogRowImageCheck.PARTIAL),
        given("the server does not show it", Side.SOURCE, plan().build())
            .source(Setting.FACET)
            .cannotTell(),
        given("nothing is captured", Side.SOURCE, plan().running(Phase.FULL).build())
            .doesNotApply(),
        given("PostgreSQL", Side.SOURCE, plan().from(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply());
  }

  private static CheckCase with(String value) {
    return given(value, Side.SOURCE, plan().build())
        .source(Setting.FACET, setting("binlog_row_image", value));
  }
}
