package dev.precheck.engine;

import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.ConnectionAttempt.Stage;
import dev.precheck.spi.SecretUnavailable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Connects within one deadline, whatever the resolver and the driver do: neither takes a deadline
 * that holds over several addresses, so both run aside and are given up on.
 */
final class Connector {

  /**
   * What came of an attempt.
   *
   * @param connection null exactly if the attempt failed
   */
  record Result(ConnectionAttempt attempt, @Nullable Connection connection) {}

  private final Dialect dialect;
  private final Deadlines deadlines;
  private final Executor aside;
  private CompletableFuture<Void> closed = CompletableFuture.completedFuture(null);

  Connector(Dialect dialect, Deadlines deadlines, Executor aside) {
    this.dialect = dialect;
    this.deadlines = deadlines;
    this.aside = aside;
  }

  /**
   * Completes when a connection that came too late to be used is closed; at once if none may come.
   */
  CompletableFuture<Void> closed() {
    return closed;
  }

  /** Connects; called once. */
  Result connect(ConnectionSpec spec) throws InterruptedException {
    long started = System.nanoTime();
    Optional<Failure> before = fetch(spec);
    if (before.isEmpty()) {
      before = resolve(spec.endpoint().host());
    }
    if (before.isPresent()) {
      return failed(before.get(), started);
    }
    CompletableFuture<Connection> login = CompletableFuture.supplyAsync(() -> login(spec), aside);
    Duration left = deadlines.connect().minusNanos(System.nanoTime() - started);
    try {
      Connection connection = login.get(left.toMillis(), TimeUnit.MILLISECONDS);
      return new Result(new ConnectionAttempt(Optional.empty(), millisSince(started)), connection);
    } catch (TimeoutException e) {
      closed = login.handle(Connector::discard);
      return failed(silence(spec), started);
    } catch (InterruptedException e) {
      closed = login.handle(Connector::discard);
      throw e;
    } catch (ExecutionException e) {
      return failed(explain(spec, e.getCause()), started);
    }
  }

  private Connection login(ConnectionSpec spec) {
    try {
      Connection connection = dialect.connect(spec, deadlines);
      if (connection.isValid(Math.toIntExact(Math.max(1, deadlines.connect().toSeconds())))) {
        return connection;
      }
      connection.close();
      throw new Unanswered();
    } catch (SQLException e) {
      throw new LoginFailed(e);
    }
  }

  private Failure explain(ConnectionSpec spec, @Nullable Throwable cause) {
    if (cause instanceof Unanswered) {
      return new Failure(Stage.PROBE, "", "The login worked, but no statement is answered.");
    }
    if (!(cause instanceof LoginFailed failed)) {
      throw new IllegalStateException("The driver broke while connecting", cause);
    }
    Failure failure = dialect.explain(failed.sql);
    return new Failure(failure.stage(), failure.vendorCode(), spec.redact(failure.message()));
  }

  /** Whoever keeps the password may take as long as any server. */
  private Optional<Failure> fetch(ConnectionSpec spec) throws InterruptedException {
    if (spec.password().isEmpty()) {
      return Optional.empty();
    }
    Secret password = spec.password().get();
    CompletableFuture<Optional<String>> fetched =
        CompletableFuture.supplyAsync(() -> whyNot(password), aside);
    try {
      return fetched
          .get(deadlines.connect().toMillis(), TimeUnit.MILLISECONDS)
          .map(why -> new Failure(Stage.SECRET, "", why));
    } catch (TimeoutException e) {
      String late = "What keeps the password did not hand it out within " + seconds() + ".";
      return Optional.of(new Failure(Stage.SECRET, "", late));
    } catch (ExecutionException e) {
      throw new IllegalStateException("Fetching the password broke", e.getCause());
    }
  }

  private static Optional<String> whyNot(Secret password) {
    try {
      password.fetch();
      return Optional.empty();
    } catch (SecretUnavailable e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private Optional<Failure> resolve(String host) throws InterruptedException {
    CompletableFuture<Boolean> lookUp = CompletableFuture.supplyAsync(() -> resolves(host), aside);
    try {
      boolean found = lookUp.get(deadlines.connect().toMillis(), TimeUnit.MILLISECONDS);
      return found ? Optional.empty() : Optional.of(dns("The host name has no address."));
    } catch (TimeoutException e) {
      return Optional.of(dns("The name server did not answer within " + seconds() + "."));
    } catch (ExecutionException e) {
      throw new IllegalStateException("The resolver broke", e.getCause());
    }
  }

  private static boolean resolves(String host) {
    try {
      return InetAddress.getAllByName(host).length > 0;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Failure dns(String message) {
    return new Failure(Stage.DNS, "", message);
  }

  private Failure silence(ConnectionSpec spec) {
    String message = spec.endpoint().address() + " did not answer within " + seconds() + ".";
    return new Failure(Stage.TCP, "", message);
  }

  private String seconds() {
    return deadlines.connect().toMillis() / 1000.0 + " s";
  }

  private static Result failed(Failure failure, long started) {
    return new Result(new ConnectionAttempt(Optional.of(failure), millisSince(started)), null);
  }

  private static long millisSince(long started) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
  }

  private static @Nullable Void discard(@Nullable Connection late, @Nullable Throwable failure) {
    try {
      if (late != null) {
        late.close();
      }
    } catch (SQLException e) {
      // It came too late to be used; the server drops it when the socket goes.
    }
    return null;
  }

  /** The connection is there and dead. */
  private static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Carries a driver's failure through a {@link CompletableFuture}. */
  private static final class LoginFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final SQLException sql;

    LoginFailed(SQLException sql) {
      super(sql);
      this.sql = sql;
    }
  }
}
