package dev.precheck.engine;

import dev.precheck.spi.Facet;
import java.util.Comparator;

/** A facet of one server. */
record Fact(Place place, Facet<?> facet) {

  /** The order of reading on one server: what others build on first, what costs most last. */
  static final Comparator<Fact> READING_ORDER =
      Comparator.comparing((Fact fact) -> fact.facet().source())
          .thenComparing(fact -> fact.facet().name());
}
