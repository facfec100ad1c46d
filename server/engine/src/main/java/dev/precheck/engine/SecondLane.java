package dev.precheck.engine;

import dev.precheck.engine.ConnectionBudget.Permit;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * A second connection to a server, for as long as a probe lasts. It is a favour: where the budget
 * or the server refuses it, the first one does all the work.
 */
final class SecondLane {

  private static final System.Logger LOG = System.getLogger(SecondLane.class.getName());

  private final ConnectionSpec spec;
  private final Dialect dialect;
  private final Terms terms;
  private final Executor aside;
  private final Sessions sessions;
  private final StatementTally tally;

  SecondLane(
      ConnectionSpec spec,
      Dialect dialect,
      Terms terms,
      Executor aside,
      Sessions sessions,
      StatementTally tally) {
    this.spec = spec;
    this.dialect = dialect;
    this.terms = terms;
    this.aside = aside;
    this.sessions = sessions;
    this.tally = tally;
  }

  /**
   * Lets the work have the connection once it is there, in another thread; does not wait for it.
   */
  void open(Consumer<Session> work) {
    terms.budget().tryAcquire(spec.address()).ifPresent(permit -> open(permit, work));
  }

  private void open(Permit permit, Consumer<Session> work) {
    try {
      aside.execute(() -> use(permit, work));
    } catch (RejectedExecutionException e) {
      // The run has ended meanwhile.
      permit.close();
    }
  }

  private void use(Permit permit, Consumer<Session> work) {
    Connector connector = new Connector(dialect, terms, aside);
    try {
      Connector.Result result = connector.connect(spec);
      Optional<String> refusal = result.attempt().failure().map(failure -> failure.message());
      if (result.connection() == null) {
        LOG.log(
            System.Logger.Level.DEBUG,
            "No second connection to " + spec.address() + ": " + refusal.orElse(""));
        return;
      }
      try (Session session = sessions.open(result.connection(), tally)) {
        work.accept(session);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RejectedExecutionException e) {
      // The run has ended meanwhile.
    } catch (SQLException e) {
      // Closing failed; what was asked over it has been answered by then.
    } catch (RuntimeException e) {
      // What it had begun is asked again over the first connection.
      LOG.log(System.Logger.Level.ERROR, "A second connection broke", e);
    } finally {
      CompletableFuture<Void> unused =
          connector.closed().whenComplete((closed, broken) -> permit.close());
    }
  }
}
