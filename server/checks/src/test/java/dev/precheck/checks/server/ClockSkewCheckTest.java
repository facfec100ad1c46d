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

class ClockSkewCheckTest extends CheckCases {

  ClockSkewCheckTest() {
    super(new ClockSkewCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        source(link(1, 0)).passes(),
        source(link(0, 2_000)).passes(),
        source(link(0, 2_001)).reports(ClockSkewCheck.OFF, "2 s ahead of"),
        source(link(0, -3_600_000)).reports(ClockSkewCheck.OFF, "3600 s behind"),
        source(link(1_000, 2_400)).passes(),
        target(link(0, 1_500), link(0, -1_500)).passes(),
        target(link(0, 0), link(0, 60_000)).reports(ClockSkewCheck.OFF),
        target(link(0, -1_000), link(0, 59_500))
            .reports(ClockSkewCheck.OFF, ClockSkewCheck.FAR_APART),
        target(link(0, 61_000), link(0, 0)).reports(ClockSkewCheck.FAR_APART, "61 s apart"),
        given("the source was not measured", Side.TARGET, plan().build())
            .refused(Side.SOURCE, Link.FACET)
            .target(Link.FACET, link(0, 0))
            .cannotTell(),
        given("rows only", Side.SOURCE, plan().running(Phase.FULL).build()).doesNotApply());
  }

  private static CheckCase source(Link link) {
    return given("the source, " + link.aheadMillis() + " ms ahead", Side.SOURCE, plan().build())
        .source(Link.FACET, link);
  }

  private static CheckCase target(Link source, Link target) {
    return given(
            source.aheadMillis() + " and " + target.aheadMillis() + " ms ahead",
            Side.TARGET,
            plan().build())
        .source(Link.FACET, source)
        .target(Link.FACET, target);
  }
}
