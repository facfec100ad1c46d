package dev.precheck.engine;

import static dev.precheck.engine.TestChecks.migration;
import static dev.precheck.engine.TestChecks.passing;
import static dev.precheck.engine.TestChecks.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.Facet;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Schema;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A fact is wanted as long as one of its items is open. */
class DemandTest {

  private final Plan plan =
      Plan.of(
          migration(Selection.matching("shop.*")),
          Set.of(Place.SOURCE, Place.TARGET),
          List.of(
              passing(type("A").on(Side.SOURCE, Needs.reading(Schema.FACET, Server.FACET)).build()),
              passing(type("B").on(Side.SOURCE, Needs.reading(Server.FACET)).build())));
  private final Demand demand =
      new Demand(plan.due(), new Requirements(plan.migration().selection()));

  @Test
  void theLastItemThatNeedsAFactEndsIt() {
    AtomicInteger cancelled = new AtomicInteger();
    demand.of(fact(Server.FACET)).onCancel(cancelled::incrementAndGet);

    demand.ended(plan.items().get(0));

    assertThat(demand.isOpen(fact(Schema.FACET))).isFalse();
    assertThat(demand.isOpen(fact(Server.FACET))).isTrue();
    assertThat(demand.isOpen(fact(ConnectionAttempt.FACET))).isTrue();
    assertThat(cancelled).hasValue(0);

    demand.ended(plan.items().get(1));

    assertThat(demand.isOpen(fact(Server.FACET))).isFalse();
    assertThat(demand.isOpen(fact(ConnectionAttempt.FACET))).isFalse();
    assertThat(cancelled).hasValue(1);
  }

  @Test
  void anItemEndsOnce() {
    demand.ended(plan.items().get(1));
    demand.ended(plan.items().get(1));

    assertThat(demand.isOpen(fact(Server.FACET))).isTrue();
  }

  private static Fact fact(Facet<?> facet) {
    return new Fact(Place.SOURCE, facet);
  }
}
