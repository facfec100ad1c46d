package dev.precheck.checks.server;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Link;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Read;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;

/**
 * RDB_CLOCK_SKEW: all clocks agree. Half of a round trip is what cannot be known of a clock at the
 * other end, and is not held against it.
 */
@AutoService(Check.class)
public final class ClockSkewCheck implements Check {

  private static final long TOLERATED_MILLIS = 2_000;
  private static final long MOST_MILLIS = 60_000;

  static final Problem OFF =
      Problem.warning(
          "CLOCK_DIFFERS",
          "The clock of {address} is {seconds} s {direction} the clock of the machine that Precheck"
              + " runs on.",
          "Let a time service (NTP) set the clocks of both.");
  static final Problem FAR_APART =
      Problem.error(
          "CLOCKS_FAR_APART",
          "The clocks of source and target are {seconds} s apart; {most} s is the most that a"
              + " migration can do with.",
          "Let a time service (NTP) set the clocks of both servers.");

  static final CheckType TYPE =
      CheckType.of("RDB_CLOCK_SKEW")
          .title("Clock difference")
          .condition(
              "The clocks of source, target and Precheck are no more than 2 s apart, and those of"
                  + " source and target no more than 60 s.")
          .why(
              "Where changes are read from a point in time on, a wrong clock leaves some out; delays"
                  + " that are worked out from two clocks are wrong as well.")
          .when(When.anyOf(Phase.INCREMENTAL, Phase.VERIFY, Phase.REVERSE))
          .on(Side.SOURCE, Needs.reading(Link.FACET))
          .on(Side.TARGET, Needs.reading(Link.FACET).and(Read.source(Link.FACET)))
          .reports(OFF, FAR_APART)
          .skippable("Changes may be read from a wrong moment on, and delays are shown wrong.")
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    ObjectRef server = ObjectRef.endpoint(context.side());
    Link here = context.here().row(Link.FACET);
    List<Finding> findings = new ArrayList<>();
    if (Math.abs(here.aheadMillis()) - uncertainMillis(here) > TOLERATED_MILLIS) {
      findings.add(
          OFF.at(server)
              .with("address", context.endpoint().address())
              .with("seconds", seconds(here.aheadMillis()))
              .with("direction", here.aheadMillis() > 0 ? "ahead of" : "behind"));
    }
    if (context.side() == Side.TARGET) {
      Link source = context.source().row(Link.FACET);
      long apart = here.aheadMillis() - source.aheadMillis();
      long uncertain = uncertainMillis(here) + uncertainMillis(source);
      if (Math.abs(apart) - uncertain > MOST_MILLIS) {
        findings.add(
            FAR_APART.at(server).with("seconds", seconds(apart)).with("most", MOST_MILLIS / 1_000));
      }
    }
    return findings;
  }

  private static long uncertainMillis(Link link) {
    return link.fastestMicros() / 2_000;
  }

  private static long seconds(long millis) {
    return Math.round(Math.abs(millis) / 1_000.0);
  }
}
