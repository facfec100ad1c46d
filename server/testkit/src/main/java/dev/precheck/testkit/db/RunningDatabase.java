package dev.precheck.testkit.db;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Secret;
import dev.precheck.engine.TlsMode;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A database that runs, shared by all tests of a JVM: each works in schemas of its own. */
public final class RunningDatabase {

  private static final Duration START = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 30;

  /** MySQL's ER_NO_SUCH_THREAD; MariaDB numbers it alike. */
  private static final int NO_SUCH_SESSION = 1094;

  private static final AtomicInteger NEXT = new AtomicInteger();

  private final TestDatabase database;
  private final Flavour flavour;
  private final Optional<ServerProcess> server;

  RunningDatabase(TestDatabase database, Optional<ServerProcess> server) {
    this.database = database;
    this.flavour = database.flavour();
    this.server = server;
  }

  static RunningDatabase await(TestDatabase database, ServerProcess server) throws IOException {
    RunningDatabase running = new RunningDatabase(database, Optional.of(server));
    long deadline = System.nanoTime() + START.toNanos();
    while (true) {
      try {
        running.connect().close();
        return running;
      } catch (SQLException e) {
        if (System.nanoTime() > deadline) {
          throw new IOException("no connection in " + START + ": " + server.logTail(), e);
        }
        server.pause(PAUSE_MILLIS);
      }
    }
  }

  public TestDatabase database() {
    return database;
  }

  public DatabaseEngine engine() {
    return flavour.engine();
  }

  public String host() {
    return "127.0.0.1";
  }

  public int port() {
    return server.map(ServerProcess::port).orElse(engine().defaultPort());
  }

  /** The account that may do everything, without TLS. */
  public ConnectionSpec superuser() {
    return account(Superuser.NAME, Superuser.PASSWORD);
  }

  /** How an account of this server connects, without TLS. */
  public ConnectionSpec account(String user, String password) {
    return new ConnectionSpec(
        new Endpoint(engine(), host(), port(), flavour.database(), user),
        Optional.of(Secret.of(password)),
        TlsMode.DISABLE,
        Optional.empty());
  }

  /**
   * The authority that signed the server's certificate, PEM; empty where the server has no TLS. The
   * certificate is for {@code localhost} and not for {@code 127.0.0.1}.
   */
  public Optional<String> authority() {
    if (database.software().filter(ServerSoftware::hasTls).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(TestCertificates.get().authority()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection of the superuser, made by the driver alone; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(flavour.url(port()), Superuser.NAME, Superuser.PASSWORD);
  }

  /** Runs statements as the superuser, one after the other. */
  public void execute(String... statements) {
    execute(Arrays.asList(statements));
  }

  /** Runs statements as the superuser, one after the other. */
  public void execute(List<String> statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(database + ": " + e.getMessage(), e);
    }
  }

  /** Runs statements as the superuser in which names without a schema are those of this one. */
  public void executeIn(String schema, List<String> statements) {
    String quoted = engine().quoted(schema);
    List<String> all = new ArrayList<>();
    all.add(
        switch (flavour) {
          case MYSQL, MARIADB -> "USE " + quoted;
          case POSTGRESQL -> "SET search_path TO " + quoted;
          case H2 -> "SET SCHEMA " + quoted;
        });
    all.addAll(statements);
    execute(all);
  }

  /** The first column of what a query of the superuser returns, in its order. */
  public List<String> query(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(database + ": " + e.getMessage(), e);
    }
  }

  /** Ends a session from outside; that it has ended by itself meanwhile is no failure. */
  public void endSession(String id) {
    String sql = flavour.endSession(id);
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      if (e.getErrorCode() != NO_SUCH_SESSION) {
        throw new IllegalStateException(database + ": " + sql + ": " + e.getMessage(), e);
      }
    }
  }

  /** Creates a schema (in MySQL a database) that nobody else has, and returns its name. */
  public String freshSchema(String prefix) {
    String name = fresh(prefix);
    execute("CREATE SCHEMA " + engine().quoted(name));
    return name;
  }

  /** A name that nobody else in this JVM has. */
  public String fresh(String prefix) {
    return prefix + "_" + NEXT.incrementAndGet();
  }

  /**
   * Creates an account that may log in and nothing else, then runs the grants.
   *
   * @param grants statements in which {@code {user}} stands for the account
   * @return how it connects, without TLS
   */
  public ConnectionSpec createUser(String user, String password, String... grants) {
    execute(flavour.createUser(user, password));
    execute(
        Arrays.stream(grants)
            .map(grant -> grant.replace("{user}", flavour.grantee(user)))
            .toList());
    return account(user, password);
  }

  /**
   * What the server itself saw of an account while the work ran: every statement, those of the
   * driver too. Not for H2, which keeps no such record.
   *
   * @param user an account that nobody else uses meanwhile
   */
  public List<String> statementsOf(String user, Runnable work) {
    return ServerStatements.of(this, user, work);
  }

  /** What the server wrote to its log; empty for H2. */
  public String log() {
    if (server.isEmpty()) {
      return "";
    }
    try {
      return Files.readString(server.get().log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return database + " at " + host() + ":" + port();
  }
}
