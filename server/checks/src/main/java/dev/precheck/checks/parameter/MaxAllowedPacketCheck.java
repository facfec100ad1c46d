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
import dev.precheck.spi.Read;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.List;

/**
 * RDB_MAX_ALLOWED_PACKET: what the source let in gets into the target. Source: MySQL 8.0 manual,
 * B.3.2.8.
 */
@AutoService(Check.class)
public final class MaxAllowedPacketCheck implements Check {

  private static final String NAME = "max_allowed_packet";

  static final Problem SMALLER =
      Problem.error(
          "TARGET_PACKET_SMALLER",
          "The target's max_allowed_packet is {target} bytes, the source's {source}: a row that the"
              + " source let in may be too large for the target.",
          "Raise the target's max_allowed_packet to {source}, in its configuration too.");

  static final CheckType TYPE =
      CheckType.of("RDB_MAX_ALLOWED_PACKET")
          .title("Packet size")
          .condition("The target's max_allowed_packet is not less than the source's.")
          .why(
              "A statement that is larger than max_allowed_packet ends the connection, and with it the"
                  + " copy of the table.")
          .when(When.anyOf(Phase.FULL, Phase.INCREMENTAL).withinFamily("mysql", "MySQL or MariaDB"))
          .on(Side.TARGET, Needs.reading(Setting.FACET).and(Read.source(Setting.FACET)))
          .reports(SMALLER)
          .skippable("Large rows are refused with error 1153, and the copy stops.")
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    long source = Long.parseLong(Settings.of(context.source()).required(NAME));
    long target = Long.parseLong(Settings.of(context.here()).required(NAME));
    if (target >= source) {
      return List.of();
    }
    return List.of(
        SMALLER
            .at(ObjectRef.endpoint(Side.TARGET))
            .with("source", source)
            .with("target", target)
            .fix("SET GLOBAL max_allowed_packet = " + source));
  }
}
