package dev.precheck.engine;

import dev.precheck.spi.Facet;
import dev.precheck.spi.Table;
import java.util.Comparator;

/** A facet of one server. */
record Fact(Place place, Facet<?> facet) {

  /**
   * The order of reading on one server: what others build on first, what costs most last. The
   * tables before what is in them, for a probe may begin then.
   */
  static final Comparator<Fact> READING_ORDER =
      Comparator.comparing((Fact fact) -> fact.facet().source())
          .thenComparing(fact -> !fact.facet().equals(Table.FACET))
          .thenComparing(fact -> fact.facet().name());

  /** The order of a report: source before target, primary before standby, then as read. */
  static final Comparator<Fact> REPORT_ORDER =
      Comparator.comparing((Fact fact) -> fact.place().side())
          .thenComparing(fact -> fact.place().role())
          .thenComparing(READING_ORDER);
}
