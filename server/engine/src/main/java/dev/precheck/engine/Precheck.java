package dev.precheck.engine;

import dev.precheck.engine.network.NetworkPolicy;
import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.Migration;
import dev.precheck.spi.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Judges plans against real databases: catalogue → plan → facts of every server, side by side →
 * checks → report. Stateless; safe for use by many threads.
 */
public final class Precheck {

  private final Catalogue catalogue;
  private final Terms terms;

  /** Whose runs have a budget of connections each for itself. */
  public Precheck(
      Catalogue catalogue, Dialects dialects, Deadlines deadlines, NetworkPolicy policy) {
    this(catalogue, dialects, deadlines, policy, ConnectionBudget.perRun());
  }

  /** Whose runs share a budget of connections; {@link #test} takes none of it. */
  public Precheck(
      Catalogue catalogue,
      Dialects dialects,
      Deadlines deadlines,
      NetworkPolicy policy,
      ConnectionBudget budget) {
    this(catalogue, new Terms(dialects, deadlines, policy, budget));
  }

  private Precheck(Catalogue catalogue, Terms terms) {
    this.catalogue = catalogue;
    this.terms = terms;
  }

  /**
   * The same for a run that has been begun before, by another process perhaps.
   *
   * @param left what is left of the run's time; if that is nothing, zero or less, each item ends
   *     TIMED_OUT at once and no server is asked for anything
   */
  public Precheck within(Duration left) {
    return new Precheck(catalogue, terms.within(left));
  }

  /** The same under another budget, for example one that belongs to a single run. */
  public Precheck sharing(ConnectionBudget budget) {
    return new Precheck(catalogue, terms.sharing(budget));
  }

  /** The items that judge a plan on these servers; both primaries must be among them. */
  public Plan plan(Migration migration, Set<Place> places) {
    return Plan.of(migration, places, catalogue.checks());
  }

  /**
   * Runs a plan and returns when every item has ended and its connections are closed, at the latest
   * shortly after the run's deadline: statements that nobody waits for any more are cancelled, and
   * the connections of those that do not end are aborted. A login that is still under way is not
   * waited for; it is closed when it is there, and its {@link ConnectionBudget.Permit} then too.
   *
   * @param connections how to reach each server of the plan
   * @param listener hears of each item as it goes on
   * @param cancellation stops the run from outside
   */
  public Report run(
      Plan plan,
      Map<Place, ConnectionSpec> connections,
      RunListener listener,
      Cancellation cancellation) {
    ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("precheck-run"));
    try {
      return new Run(plan, connections, terms, listener, cancellation).go(threads);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Connects once and asks the server what it is. */
  public ConnectionReport test(ConnectionSpec spec) throws InterruptedException {
    ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("precheck-test"));
    try {
      Dialect dialect = terms.dialects().of(spec.endpoint().engine());
      Connector.Result result = new Connector(dialect, terms, threads).connect(spec);
      Connection connection = result.connection();
      return connection == null
          ? new ConnectionReport(result.attempt(), Optional.empty())
          : ask(connection, dialect, spec, result.attempt());
    } finally {
      threads.shutdownNow();
    }
  }

  private ConnectionReport ask(
      Connection connection, Dialect dialect, ConnectionSpec spec, ConnectionAttempt attempt) {
    Cancellation late = new Cancellation();
    CompletableFuture<Void> alarm =
        CompletableFuture.runAsync(
            late::cancel,
            CompletableFuture.delayedExecutor(
                terms.deadlines().statement().toMillis(),
                TimeUnit.MILLISECONDS,
                RunningStatement.ASIDE));
    try (Session session = new Session(connection, new StatementTally(), () -> {})) {
      String sql = dialect.sql(Server.FACET).orElseThrow();
      List<Server> rows =
          session.rows(
              Server.FACET, sql, Set.of(), terms.deadlines().statement(), Witness.NOBODY, late);
      return new ConnectionReport(attempt, rows.stream().findFirst());
    } catch (SQLException e) {
      return failed(late.reason().isPresent() ? unanswered() : said(dialect, e, spec), attempt);
    } catch (RuntimeException e) {
      return failed(Connector.nonsense(e), attempt);
    } finally {
      alarm.cancel(false);
    }
  }

  /** What a driver says of a connection that was cut off is about the cut. */
  private ConnectionAttempt.Failure unanswered() {
    return new ConnectionAttempt.Failure(
        ConnectionAttempt.Stage.PROBE,
        "",
        "The login worked, but the first question was not answered within "
            + terms.deadlines().statement().toMillis() / 1000.0
            + " s.");
  }

  private static ConnectionAttempt.Failure said(
      Dialect dialect, SQLException failure, ConnectionSpec spec) {
    return Said.of(dialect.explain(failure), spec);
  }

  private static ConnectionReport failed(
      ConnectionAttempt.Failure failure, ConnectionAttempt attempt) {
    return new ConnectionReport(
        new ConnectionAttempt(Optional.of(failure), attempt.millis()), Optional.empty());
  }
}
