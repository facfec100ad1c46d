package dev.precheck.checks.parameter;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Settings;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.List;

/**
 * MYSQL_BINLOG_ROW_IMAGE: the binary log holds whole rows. Sources: MySQL manual, 17.1.6.4, {@code
 * binlog_row_image}; MariaDB documentation, the same name, which also knows {@code FULL_NODUP}.
 */
@AutoService(Check.class)
public final class BinlogRowImageCheck implements Check {

  private static final String NAME = "binlog_row_image";

  static final Problem MINIMAL =
      Problem.error(
          "ROW_IMAGE_MINIMAL",
          "binlog_row_image is MINIMAL on the source: the binary log holds only the columns that a"
              + " statement changed, and not what they were.",
          "Set binlog_row_image to FULL, and let applications connect again: sessions keep the value"
              + " that they began with.");
  static final Problem PARTIAL =
      Problem.warning(
          "ROW_IMAGE_PARTIAL",
          "binlog_row_image is {value} on the source: the binary log leaves out columns that a statement"
              + " did not change.",
          "Set binlog_row_image to FULL, or make sure that what reads the log can do without them.");

  static final CheckType TYPE =
      CheckType.of("MYSQL_BINLOG_ROW_IMAGE")
          .title("Row image of the binary log")
          .condition("binlog_row_image is FULL on the source.")
          .why(
              "A change is applied to the row that it was made to, which is found and compared by what"
                  + " the log says of the row before.")
          .when(When.anyOf(Phase.INCREMENTAL).whose(Side.SOURCE, "mysql", "MySQL or MariaDB"))
          .on(Side.SOURCE, Needs.reading(Setting.FACET))
          .reports(MINIMAL, PARTIAL)
          .skippable("Updates and deletes are applied to the wrong row, or to none.")
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    String value = Settings.of(context.here()).required(NAME);
    if (value.equals("FULL")) {
      return List.of();
    }
    Problem problem = value.equals("MINIMAL") ? MINIMAL : PARTIAL;
    return List.of(
        problem
            .at(ObjectRef.endpoint(Side.SOURCE))
            .with("value", value)
            .fix("SET GLOBAL " + NAME + " = 'FULL'"));
  }
}
