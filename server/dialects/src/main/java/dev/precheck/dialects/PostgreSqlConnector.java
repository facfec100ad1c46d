package dev.precheck.dialects;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Secret;
import dev.precheck.engine.TlsMode;
import dev.precheck.engine.network.Route;
import dev.precheck.spi.Endpoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.WeakHashMap;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Connects to PostgreSQL with pgjdbc, through its properties and a URL that never changes. Source:
 * https://jdbc.postgresql.org/documentation/use/.
 */
final class PostgreSqlConnector {

  /** With the slashes: without them the driver reads an empty database name out of it. */
  private static final String URL = "jdbc:postgresql://";

  /**
   * An empty search_path keeps functions and operators of the database's users out of our
   * statements; row_security=off makes a table whose rows are hidden from this account fail where
   * it would look empty.
   */
  private static final String OPTIONS = "-c row_security=off -c search_path=";

  /** What the driver's connections do not tell of themselves; it is gone when they are. */
  private static final Map<Connection, Instant> CERTIFICATE_ENDS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private PostgreSqlConnector() {}

  /** Until when the certificate is valid that the server has shown to a connection. */
  static Optional<Instant> certificateEnd(Connection connection) {
    return Optional.ofNullable(CERTIFICATE_ENDS.get(connection));
  }

  static Connection connect(ConnectionSpec spec, Route route, Deadlines deadlines)
      throws SQLException {
    Properties properties = new Properties();
    Dialer dialer = Dialer.of(route, Times.connect(deadlines));
    PGProperty.SOCKET_FACTORY.set(properties, RoutedSocketFactory.class.getName());
    PGProperty.SOCKET_FACTORY_ARG.set(properties, dialer.text());
    setAccount(properties, spec);
    setTimes(properties, deadlines);
    Encryption encryption = Encryption.of(spec, spec.tls());
    setTls(properties, encryption);
    PGProperty.OPTIONS.set(properties, OPTIONS);
    // Settled in the first packet, where they would cost statements of their own.
    PGProperty.APPLICATION_NAME.set(properties, "precheck");
    PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "9.6");
    PGProperty.GSS_ENC_MODE.set(properties, "disable");
    try {
      return open(properties, deadlines);
    } catch (SQLException e) {
      throw encryption.explained(e);
    } finally {
      MeteredSocket.discard();
    }
  }

  private static Connection open(Properties properties, Deadlines deadlines) throws SQLException {
    Connection connection =
        Objects.requireNonNull(new Driver().connect(URL, properties), "pgjdbc refuses its own URL");
    try {
      setLimits(connection, deadlines);
      connection.setNetworkTimeout(Runnable::run, Times.millis(Times.silence(deadlines)));
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    MeteredSocket socket = MeteredSocket.take();
    socket.loggedIn();
    socket.certificateEnd().ifPresent(end -> CERTIFICATE_ENDS.put(connection, end));
    return connection;
  }

  private static void setAccount(Properties properties, ConnectionSpec spec) throws Refusal {
    Endpoint endpoint = spec.endpoint();
    PGProperty.PG_HOST.set(properties, Refusal.host(spec));
    PGProperty.PG_PORT.set(properties, endpoint.port());
    PGProperty.PG_DBNAME.set(properties, endpoint.database().orElse("postgres"));
    PGProperty.USER.set(properties, endpoint.user());
    // Never null: the driver would look for one in a file of the service's own account.
    PGProperty.PASSWORD.set(properties, spec.password().map(Secret::reveal).orElse(""));
    PGProperty.AUTHENTICATION_PLUGIN_CLASS_NAME.set(properties, PostgreSqlPassword.class.getName());
    // Nobody's Kerberos ticket is used because a server asks for it.
    PGProperty.JAAS_LOGIN.set(properties, false);
    PGProperty.GSS_LIB.set(properties, "gssapi");
  }

  private static void setTimes(Properties properties, Deadlines deadlines) {
    int connect = Times.seconds(Times.connect(deadlines));
    PGProperty.CONNECT_TIMEOUT.set(properties, connect);
    PGProperty.SOCKET_TIMEOUT.set(properties, connect);
    PGProperty.SSL_RESPONSE_TIMEOUT.set(properties, Times.millis(Times.connect(deadlines)));
    // No login timeout: it would let go of a login that still goes on, in a thread of the driver's.
    PGProperty.CANCEL_SIGNAL_TIMEOUT.set(properties, Times.seconds(Times.cancel(deadlines)));
  }

  /**
   * In one statement after the login, though they could be in the first packet: pg_settings goes on
   * telling then, as reset_val, what the server has for sessions that bring none.
   */
  private static void setLimits(Connection connection, Deadlines deadlines) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_catalog.set_config(name, value, false) FROM (VALUES"
              + " ('default_transaction_read_only', 'on'),"
              + (" ('statement_timeout', '" + Times.millis(deadlines.statement()) + "'),")
              + (" ('lock_timeout', '" + Times.millis(Times.lock(deadlines.statement())) + "')")
              + ") AS s (name, value)");
    }
  }

  private static void setTls(Properties properties, Encryption encryption) {
    PGProperty.SSL_MODE.set(
        properties,
        switch (encryption.mode()) {
          case DISABLE -> "disable";
          case PREFER -> "prefer";
          case REQUIRE -> "require";
          case VERIFY_CA -> "verify-ca";
          case VERIFY_FULL -> "verify-full";
        });
    if (encryption.mode() != TlsMode.DISABLE) {
      PGProperty.SSL_FACTORY.set(properties, PostgreSqlTls.class.getName());
      PGProperty.SSL_FACTORY_ARG.set(properties, encryption.text());
    }
  }
}
