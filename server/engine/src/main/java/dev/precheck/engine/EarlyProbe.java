package dev.precheck.engine;

import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.TableContent;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The probe of one server. It comes last, but one of many tables begins over the second connection
 * as soon as it is known which tables there are, while the first one reads on.
 */
final class EarlyProbe implements AutoCloseable {

  private final RunState run;
  private final Fact fact;
  private final Function<List<QualifiedName>, Probe> probes;
  private boolean undecided;
  private @Nullable Probe probe;

  /**
   * The probe of a server, if the run wants one.
   *
   * @param probes makes it of the tables to look at; its time runs from then on
   */
  EarlyProbe(Place place, RunState run, Function<List<QualifiedName>, Probe> probes) {
    this.run = run;
    this.fact = new Fact(place, TableContent.FACET);
    this.undecided = run.facts().at(place).contains(fact);
    this.probes = probes;
  }

  /**
   * Begins it if it is known by now which tables there are, and if they are many; does not wait for
   * it.
   *
   * @param begin hears of it before
   */
  void beginOnceKnown(Consumer<Fact> begin) {
    if (undecided && isKnown() && run.demand().isOpen(fact)) {
      undecided = false;
      List<QualifiedName> tables = tables();
      if (Probe.isLong(tables)) {
        begin.accept(fact);
        probe = begun(tables);
      }
    }
  }

  private boolean isKnown() {
    Set<Fact> first = run.requirements().before(fact);
    return run.facts().all(first).isDone() && run.facts().firstFailure(first).isEmpty();
  }

  private List<QualifiedName> tables() {
    return run.scope().existingTables(fact.place());
  }

  private Probe begun(List<QualifiedName> tables) {
    Probe begun = probes.apply(tables);
    if (Probe.isLong(tables)) {
      begun.begin();
    }
    return begun;
  }

  /** Looks at the tables, or at what is left of them where it has begun. */
  List<TableContent> finish() {
    if (probe == null) {
      probe = begun(tables());
    }
    return probe.finish();
  }

  /** No table is looked at any more. */
  @Override
  public void close() {
    if (probe != null) {
      probe.close();
    }
  }
}
