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
 * MYSQL_EXPLICIT_DEFAULTS_FOR_TIMESTAMP: TIMESTAMP columns mean the same on both servers. Source:
 * MySQL 8.0 manual, 5.1.8, explicit_defaults_for_timestamp. The default is ON since MySQL 8.0.2 and
 * MariaDB 10.10, OFF before.
 */
@AutoService(Check.class)
public final class ExplicitTimestampDefaultsCheck implements Check {

  private static final String NAME = "explicit_defaults_for_timestamp";

  static final Problem DIFFERS =
      Problem.warning(
          "TIMESTAMP_DEFAULTS_DIFFER",
          "explicit_defaults_for_timestamp is {source} on the source and {target} on the target.",
          "Set explicit_defaults_for_timestamp={source} in the target's configuration before its"
              + " tables are made, or look over every TIMESTAMP column afterwards.");

  static final CheckType TYPE =
      CheckType.of("MYSQL_EXPLICIT_DEFAULTS_FOR_TIMESTAMP")
          .title("Timestamp default rule")
          .condition("explicit_defaults_for_timestamp is the same on source and target.")
          .why(
              "With OFF, a TIMESTAMP NOT NULL column without a default gets the current time, at each"
                  + " update too, and takes NULL for it; with ON it gets none and refuses NULL.")
          .when(When.anyOf(Phase.STRUCTURE).withinFamily("mysql", "MySQL or MariaDB"))
          .on(Side.TARGET, Needs.reading(Setting.FACET).and(Read.source(Setting.FACET)))
          .reports(DIFFERS)
          .skippable(
              "TIMESTAMP columns get attributes that they do not have on the source, or inserts that"
                  + " worked fail.")
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    String source = Settings.of(context.source()).required(NAME);
    String target = Settings.of(context.target()).required(NAME);
    return source.equals(target)
        ? List.of()
        : List.of(
            DIFFERS
                .at(ObjectRef.endpoint(Side.TARGET))
                .with("source", source)
                .with("target", target));
  }
}
