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
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.time.Duration;
import java.util.List;

/**
 * RDB_LATENCY: the server is near. The fastest of a few round trips decides: what a busy machine
 * adds to the others is not the distance.
 */
@AutoService(Check.class)
public final class LatencyCheck implements Check {

  private static final Duration MOST = Duration.ofMillis(50);

  static final Problem FAR =
      Problem.warning(
          "SERVER_FAR_AWAY",
          "A question to {address} takes {fastest} ms at least and {median} ms as a rule; up to"
              + " {most} ms are fine.",
          "Run the migration, and Precheck, near this server: in the same region, better in the same"
              + " zone.");

  static final CheckType TYPE =
      CheckType.of("RDB_LATENCY")
          .title("Round trip time")
          .condition("The server answers a small question within " + MOST.toMillis() + " ms.")
          .why(
              "Each batch of rows and each change waits for an answer: over a long way a copy takes"
                  + " many times longer, and the target may never catch up.")
          .when(When.anyOf(Phase.FULL, Phase.INCREMENTAL))
          .on(Side.SOURCE, Needs.reading(Link.FACET))
          .on(Side.TARGET, Needs.reading(Link.FACET))
          .reports(FAR)
          .skippable("The migration takes longer, and a busy source may stay ahead of it.")
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    Link link = context.here().row(Link.FACET);
    if (link.fastestMicros() <= MOST.toMillis() * 1_000) {
      return List.of();
    }
    return List.of(
        FAR.at(ObjectRef.endpoint(context.side()))
            .with("address", context.endpoint().address())
            .with("fastest", link.fastestMicros() / 1_000)
            .with("median", link.medianMicros() / 1_000)
            .with("most", MOST.toMillis()));
  }
}
