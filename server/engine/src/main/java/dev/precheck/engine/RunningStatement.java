package dev.precheck.engine;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A statement on its way, and how it is ended early: on the server, which takes a connection of its
 * own to a server that may hang; where that does not help, by cutting off the session. Both happen
 * in threads of their own, so that whoever wants it ended need not wait.
 */
final class RunningStatement implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(RunningStatement.class.getName());

  /** Not a run's threads, which end with it. */
  static final Executor ASIDE =
      Executors.newCachedThreadPool(DaemonThreads.named("precheck-cancel"));

  /** How long a server may take to end a statement. */
  static final long PATIENCE_MILLIS = 3_000;

  /** A driver ignores what it is told just before it sends the statement. */
  private static final long AGAIN_MILLIS = 500;

  private final Statement statement;
  private final Runnable cutOff;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private CompletableFuture<Void> told = CompletableFuture.completedFuture(null);

  /**
   * A statement that is about to be sent.
   *
   * @param cutOff closes the session, whatever goes on in it
   */
  RunningStatement(Statement statement, Runnable cutOff) {
    this.statement = statement;
    this.cutOff = cutOff;
  }

  /** Has it ended, soon; returns at once. */
  synchronized void cancel() {
    if (!ended.isDone()) {
      told = CompletableFuture.runAsync(this::tellServer, ASIDE);
      CompletableFuture.delayedExecutor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS, ASIDE)
          .execute(this::cutOffUnlessEnded);
    }
  }

  private void tellServer() {
    long started = System.nanoTime();
    do {
      try {
        statement.cancel();
      } catch (SQLException e) {
        LOG.log(System.Logger.Level.DEBUG, "A statement was not cancelled: " + e.getSQLState());
      }
    } while (!endsWithin(AGAIN_MILLIS)
        && TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started) < PATIENCE_MILLIS);
  }

  private boolean endsWithin(long millis) {
    try {
      ended.get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void cutOffUnlessEnded() {
    if (!ended.isDone()) {
      cutOff.run();
    }
  }

  /**
   * It has ended. Waits for a cancel under way, which must not hit the session's next statement.
   */
  @Override
  public void close() {
    CompletableFuture<Void> cancelling;
    synchronized (this) {
      ended.complete(null);
      cancelling = told;
    }
    try {
      cancelling.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      cutOff.run();
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException e) {
      cutOff.run();
    }
  }
}
