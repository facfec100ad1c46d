package dev.precheck.engine;

import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.Facet;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.TableContent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facts of one server over one connection, one after the other; a long probe may take a
 * second one. Each promise is kept, whatever happens: with rows, or with the outcome of the items
 * that wanted them.
 */
final class ServerReader {

  private final Place place;
  private final ConnectionSpec spec;
  private final Dialect dialect;
  private final Terms terms;
  private final RunState run;
  private final List<Fact> wanted;
  private final Map<Fact, Reading> readings = new HashMap<>();
  private final StatementTally tally = new StatementTally();

  ServerReader(Place place, ConnectionSpec spec, Terms terms, RunState run) {
    this.place = place;
    this.spec = spec;
    this.dialect = terms.dialects().of(spec.endpoint().engine());
    this.terms = terms;
    this.run = run;
    this.wanted = run.facts().at(place);
    wanted.forEach(fact -> run.facts().takenDownBy(fact, reading(fact)));
  }

  /** Where it connects to. */
  String address() {
    return spec.address();
  }

  /**
   * Reads everything.
   *
   * @param aside where what may hang is done, and what is done beside
   * @param begin hears of each fact before it is read
   * @param closed to complete when its connection is closed, even one that came too late to be used
   */
  void read(Executor aside, Consumer<Fact> begin, CompletableFuture<Void> closed) {
    Connector connector = new Connector(dialect, terms, aside);
    SecondLane second = new SecondLane(spec, dialect, terms, aside, run.sessions(), tally);
    try {
      if (wanted.stream().anyMatch(run.demand()::isOpen)) {
        Connection connection = connect(connector, begin);
        if (connection != null) {
          readOver(run.sessions().open(connection, tally), second, begin);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RejectedExecutionException e) {
      // The run was stopped and has ended meanwhile.
    } catch (RuntimeException e) {
      giveUp(e);
    } finally {
      giveUp();
      CompletableFuture<Void> unused =
          connector.closed().whenComplete((none, broken) -> closed.complete(null));
    }
  }

  private @Nullable Connection connect(Connector connector, Consumer<Fact> begin)
      throws InterruptedException {
    Fact fact = new Fact(place, ConnectionAttempt.FACET);
    begin.accept(fact);
    reading(fact).begin();
    Connector.Result result = connector.connect(spec);
    reading(fact)
        .connected(
            Login.sample(spec, result),
            result.attempt().failure().map(ConnectionAttempt.Failure::message));
    run.facts().read(fact, List.of(result.attempt()));
    return result.connection();
  }

  private Reading reading(Fact fact) {
    return readings.computeIfAbsent(fact, unread -> new Reading(unread, spec::redact));
  }

  /** Keeps all promises that are left: the server was not reached, or the run was stopped. */
  void giveUp() {
    wanted.forEach(fact -> run.facts().failed(fact, run.unreachable(place)));
  }

  /** The driver or a plug-in broke: a defect, told to every item that waits, never swallowed. */
  void giveUp(RuntimeException defect) {
    wanted.forEach(fact -> run.facts().failed(fact, FactFailure.defect(fact, defect)));
  }

  private void readOver(Session opened, SecondLane second, Consumer<Fact> begin) {
    try (opened;
        EarlyProbe probe = new EarlyProbe(place, run, tables -> probe(tables, opened, second))) {
      for (Fact fact : wanted) {
        if (fact.facet().source() == Facet.Source.CONNECTION) {
          continue;
        }
        if (run.demand().isOpen(fact)) {
          begin.accept(fact);
          read(opened, probe, fact);
        } else {
          run.facts().failed(fact, run.unwanted());
        }
        probe.beginOnceKnown(begin);
      }
    } catch (SQLException e) {
      // Closing failed; everything that was wanted has been read by then.
    }
  }

  private void read(Session opened, EarlyProbe probe, Fact fact) {
    Set<Fact> first = run.requirements().before(fact);
    if (!run.facts().await(first, run.demand().of(fact))) {
      run.facts().failed(fact, run.unwanted());
      return;
    }
    Optional<Outcome> missing = run.facts().firstFailure(first);
    if (missing.isPresent()) {
      run.facts().failed(fact, missing.get());
      return;
    }
    if (fact.facet().source() != Facet.Source.PROBE && dialect.sql(fact.facet()).isEmpty()) {
      run.facts().failed(fact, FactFailure.unsupported(fact, dialect));
      return;
    }
    reading(fact).begin();
    try {
      run.facts().read(fact, rows(opened, probe, fact));
    } catch (SQLException e) {
      Outcome outcome =
          run.demand().isOpen(fact)
              ? FactFailure.of(fact, e, dialect, spec, terms.deadlines())
              : run.unwanted();
      run.facts().failed(fact, outcome);
    } catch (RuntimeException e) {
      run.facts().failed(fact, FactFailure.defect(fact, e));
    }
  }

  private List<?> rows(Session opened, EarlyProbe probe, Fact fact) throws SQLException {
    Cancellation wantedStill = run.demand().of(fact);
    if (fact.facet().equals(TableContent.FACET)) {
      return probe.finish();
    }
    if (fact.facet().source() == Facet.Source.MEASUREMENT) {
      return List.of(
          new Measurement(opened, spec, dialect, terms.deadlines().statement())
              .take(reading(fact), wantedStill));
    }
    boolean bound = fact.facet().source() == Facet.Source.SCHEMAS;
    Set<String> schemas = bound ? run.scope().schemas(place) : Set.of();
    if (bound && schemas.isEmpty()) {
      return List.of();
    }
    String sql = dialect.sql(fact.facet()).orElseThrow();
    if (sql.isBlank()) {
      return List.of();
    }
    return opened.rows(
        fact.facet(), sql, schemas, terms.deadlines().statement(), reading(fact), wantedStill);
  }

  private Probe probe(List<QualifiedName> tables, Session opened, SecondLane second) {
    Fact fact = new Fact(place, TableContent.FACET);
    reading(fact).begin();
    return new Probe(
        tables,
        opened,
        second,
        dialect,
        spec,
        terms.deadlines(),
        reading(fact),
        run.demand().of(fact));
  }

  /** What the server was sent so far. */
  StatementCount count() {
    return tally.count();
  }
}
