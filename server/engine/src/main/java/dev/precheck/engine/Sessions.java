package dev.precheck.engine;

import java.sql.Connection;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The sessions of a run. */
final class Sessions {

  private static final System.Logger LOG = System.getLogger(Sessions.class.getName());

  /** A cancelled statement is cut off long before; this is for drivers that do not even do that. */
  private static final long PATIENCE_MILLIS = 3 * RunningStatement.PATIENCE_MILLIS;

  private final Queue<CompletableFuture<Void>> closings = new ConcurrentLinkedQueue<>();

  /** One more, until it is closed. */
  Session open(Connection connection, StatementTally tally) {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    closings.add(closed);
    return new Session(connection, tally, () -> closed.complete(null));
  }

  /** Waits until all are closed; nobody wants their statements any more. */
  void awaitClosed() {
    try {
      CompletableFuture.allOf(closings.toArray(CompletableFuture[]::new))
          .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException e) {
      LOG.log(System.Logger.Level.WARNING, "A run has ended with a connection that hangs");
    }
  }
}
