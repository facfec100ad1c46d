package dev.precheck.engine;

import dev.precheck.engine.network.NetworkPolicy;
import dev.precheck.engine.network.PolicyRefusal;
import dev.precheck.engine.network.Route;
import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.ConnectionAttempt.Stage;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.SecretUnavailable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
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

  private static final System.Logger LOG = System.getLogger(Connector.class.getName());

  private final Dialect dialect;
  private final Deadlines deadlines;
  private final NetworkPolicy policy;
  private final Executor aside;
  private CompletableFuture<Void> closed = CompletableFuture.completedFuture(null);

  Connector(Dialect dialect, Terms terms, Executor aside) {
    this.dialect = dialect;
    this.deadlines = terms.deadlines();
    this.policy = terms.policy();
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
    Route route;
    try {
      route = dialect.isEmbedded() ? Route.embedded() : route(spec.endpoint());
      fetch(spec);
    } catch (NotTried e) {
      return failed(e.failure, started);
    }
    Opening opening = new Opening();
    CompletableFuture<Connection> login =
        CompletableFuture.supplyAsync(() -> login(spec, route, opening), aside);
    Duration left = deadlines.connect().minusNanos(System.nanoTime() - started);
    try {
      Connection connection = login.get(left.toMillis(), TimeUnit.MILLISECONDS);
      return new Result(new ConnectionAttempt(Optional.empty(), millisSince(started)), connection);
    } catch (TimeoutException e) {
      closed = login.handle(Connector::discard);
      opening.abandon();
      return failed(silence(spec), started);
    } catch (InterruptedException e) {
      closed = login.handle(Connector::discard);
      opening.abandon();
      throw e;
    } catch (ExecutionException e) {
      return failed(explain(spec, e.getCause()), started);
    }
  }

  private Connection login(ConnectionSpec spec, Route route, Opening opening) {
    try {
      Connection connection = dialect.connect(spec, route, deadlines);
      opening.opened(connection);
      if (connection.isValid(Math.toIntExact(Math.max(1, deadlines.connect().toSeconds())))) {
        return connection;
      }
      connection.close();
      throw new Unanswered();
    } catch (SQLException e) {
      throw new LoginFailed(e);
    } catch (OutOfMemoryError | StackOverflowError e) {
      throw new LoginFailed(new Unbearable(e));
    }
  }

  private Failure explain(ConnectionSpec spec, @Nullable Throwable cause) {
    if (cause instanceof Unanswered) {
      return new Failure(Stage.PROBE, "", "The login worked, but no statement is answered.");
    }
    if (cause instanceof LoginFailed failed) {
      return Said.of(dialect.explain(failed.sql), spec);
    }
    if (cause instanceof RuntimeException broken) {
      return nonsense(broken);
    }
    throw new IllegalStateException("The driver broke while connecting", cause);
  }

  /** Whoever keeps the password may take as long as any server. */
  private void fetch(ConnectionSpec spec) throws NotTried, InterruptedException {
    if (spec.password().isEmpty()) {
      return;
    }
    Secret password = spec.password().get();
    CompletableFuture<Optional<String>> fetched =
        CompletableFuture.supplyAsync(() -> whyNot(password), aside);
    try {
      Optional<String> why = fetched.get(deadlines.connect().toMillis(), TimeUnit.MILLISECONDS);
      if (why.isPresent()) {
        throw new NotTried(Stage.SECRET, why.get());
      }
    } catch (TimeoutException e) {
      throw new NotTried(
          Stage.SECRET, "What keeps the password did not hand it out within " + seconds() + ".");
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

  /** Drivers trip over what no database says. It may be a defect of theirs, too: see the log. */
  static Failure nonsense(RuntimeException broken) {
    LOG.log(System.Logger.Level.WARNING, "A driver broke over what a server said", broken);
    return new Failure(
        Stage.TCP,
        "",
        "What answers there does not speak as such a database does ("
            + broken.getClass().getSimpleName()
            + "). Is it the right port, and the right engine?");
  }

  /** Asks the resolver once: what is judged here is what is dialled. */
  private Route route(Endpoint endpoint) throws NotTried, InterruptedException {
    List<InetAddress> addresses = resolve(endpoint.host());
    if (addresses.isEmpty()) {
      throw new NotTried(Stage.DNS, "The host name has no address.");
    }
    try {
      return policy.route(endpoint.host(), endpoint.port(), addresses);
    } catch (PolicyRefusal e) {
      throw new NotTried(Stage.POLICY, e.getMessage() + " Nothing was dialled.");
    }
  }

  private List<InetAddress> resolve(String host) throws NotTried, InterruptedException {
    CompletableFuture<List<InetAddress>> lookUp =
        CompletableFuture.supplyAsync(() -> addresses(host), aside);
    try {
      return lookUp.get(deadlines.connect().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new NotTried(Stage.DNS, "The name server did not answer within " + seconds() + ".");
    } catch (ExecutionException e) {
      throw new IllegalStateException("The resolver broke", e.getCause());
    }
  }

  private static List<InetAddress> addresses(String host) {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      return List.of();
    }
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

  /** There is nothing to dial, nothing that may be dialled, or nothing to log in with. */
  private static final class NotTried extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;

    NotTried(Stage stage, String message) {
      super(message);
      this.failure = new Failure(stage, "", message);
    }
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
