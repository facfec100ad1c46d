package dev.precheck.engine;

import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.Facet;
import dev.precheck.spi.TableContent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facts of one server over one connection, one after the other. Each promise is kept,
 * whatever happens: with rows, or with the outcome of the items that wanted them.
 */
final class ServerReader {

  private final Place place;
  private final ConnectionSpec spec;
  private final Dialect dialect;
  private final Deadlines deadlines;
  private final RunState run;
  private volatile @Nullable Session session;

  ServerReader(
      Place place, ConnectionSpec spec, Dialect dialect, Deadlines deadlines, RunState run) {
    this.place = place;
    this.spec = spec;
    this.dialect = dialect;
    this.deadlines = deadlines;
    this.run = run;
  }

  /** Reads everything; {@code begin} hears of each fact before it is read. */
  void read(Connector connector, Consumer<Fact> begin) {
    List<Fact> wanted = run.facts().at(place);
    try {
      begin.accept(new Fact(place, ConnectionAttempt.FACET));
      Connector.Result result = connector.connect(spec);
      Connection connection = result.connection();
      run.facts().read(new Fact(place, ConnectionAttempt.FACET), List.of(result.attempt()));
      if (connection != null) {
        readOver(connection, wanted, begin);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // The driver or the dialect broke: a defect, told to every item that waits, never swallowed.
      wanted.forEach(fact -> run.facts().failed(fact, FactFailure.defect(fact, e)));
    } finally {
      wanted.forEach(fact -> run.facts().failed(fact, run.unreachable(place)));
    }
  }

  private void readOver(Connection connection, List<Fact> wanted, Consumer<Fact> begin) {
    Session opened = new Session(connection, run.cancellation());
    session = opened;
    try (opened) {
      wanted.stream()
          .filter(fact -> fact.facet().source() != Facet.Source.CONNECTION)
          .forEach(
              fact -> {
                begin.accept(fact);
                read(opened, fact);
              });
    } catch (SQLException e) {
      // Closing failed; everything that was wanted has been read by then.
    }
  }

  private void read(Session opened, Fact fact) {
    Optional<Outcome> stopped = run.stopped();
    if (stopped.isPresent()) {
      run.facts().failed(fact, stopped.get());
      return;
    }
    Set<Fact> first = run.requirements().before(fact);
    Optional<Outcome> missing = run.facts().await(first);
    if (missing.isPresent()) {
      run.facts().failed(fact, missing.get());
      return;
    }
    if (fact.facet().source() != Facet.Source.PROBE && dialect.sql(fact.facet()).isEmpty()) {
      run.facts().failed(fact, FactFailure.unsupported(fact, dialect));
      return;
    }
    try {
      run.facts().read(fact, rows(opened, fact));
    } catch (SQLException e) {
      Outcome outcome =
          run.stopped().orElseGet(() -> FactFailure.of(fact, e, dialect, spec, deadlines));
      run.facts().failed(fact, outcome);
    } catch (RuntimeException e) {
      run.facts().failed(fact, FactFailure.defect(fact, e));
    }
  }

  private List<?> rows(Session opened, Fact fact) throws SQLException {
    if (fact.facet().equals(TableContent.FACET)) {
      return new Probe(opened, dialect, spec, deadlines).look(run.scope().existingTables(place));
    }
    boolean bound = fact.facet().source() == Facet.Source.SCHEMAS;
    Set<String> schemas = bound ? run.scope().schemas(place) : Set.of();
    if (bound && schemas.isEmpty()) {
      return List.of();
    }
    String sql = dialect.sql(fact.facet()).orElseThrow();
    return opened.rows(fact.facet(), sql, schemas, deadlines.statement());
  }

  /** What the server was sent so far. */
  StatementCount count() {
    Session opened = session;
    return opened == null ? new StatementCount(0, 0) : opened.count();
  }
}
