package dev.precheck.checks.server;

import static dev.precheck.checks.ServerRows.link;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Link;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import java.util.List;

class LatencyCheckTest extends CheckCases {

  LatencyCheckTest() {
    super(new LatencyCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        given("a near source", Side.SOURCE, plan().build()).source(Link.FACET, link(1, 0)).passes(),
        given("50 ms", Side.TARGET, plan().build()).target(Link.FACET, link(50, 0)).passes(),
        given("51 ms", Side.TARGET, plan().build())
            .target(Link.FACET, link(51, 0))
            .reports(LatencyCheck.FAR, "51 ms at least"),
        given("a busy machine", Side.TARGET, plan().build())
            .target(Link.FACET, new Link(Link.Encryption.OFF, 900, 300_000, 0, 0, ""))
            .passes(),
        given("not measured", Side.SOURCE, plan().build())
            .refused(Side.SOURCE, Link.FACET)
            .cannotTell(),
        given("definitions only", Side.SOURCE, plan().running(Phase.STRUCTURE).build())
            .doesNotApply());
  }
}
