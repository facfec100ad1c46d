package dev.precheck.dialects;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Secret;
import dev.precheck.engine.TlsMode;
import dev.precheck.engine.network.Route;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;

/**
 * Connects to MySQL and MariaDB with MariaDB Connector/J, through its typed configuration and never
 * through a URL. Source: https://mariadb.com/kb/en/about-mariadb-connector-j/.
 */
final class MySqlConnector {

  /** Ways to log in that do not show the password to whoever listens. */
  private static final String WITHOUT_TLS =
      "mysql_native_password,client_ed25519,parsec,caching_sha2_password,sha256_password";

  /** A builder that the driver has not made itself lacks what the driver expects of one. */
  private static final String TEMPLATE = "jdbc:mariadb://replaced/";

  private MySqlConnector() {}

  static Connection connect(ConnectionSpec spec, Route route, Deadlines deadlines)
      throws SQLException {
    if (spec.tls() != TlsMode.PREFER) {
      return open(spec, route, deadlines, spec.tls());
    }
    try {
      return open(spec, route, deadlines, TlsMode.REQUIRE);
    } catch (SQLException e) {
      if (MySqlErrors.offersNoTls(e)) {
        return open(spec, route, deadlines, TlsMode.DISABLE);
      }
      throw e;
    }
  }

  private static Connection open(ConnectionSpec spec, Route route, Deadlines deadlines, TlsMode tls)
      throws SQLException {
    Dialer dialer = Dialer.of(route, Times.connect(deadlines));
    Encryption encryption = Encryption.of(spec, tls);
    Configuration login = configuration(spec, dialer, deadlines, encryption).build();
    Duration cancel = Times.cancel(deadlines);
    Configuration cancelling =
        configuration(spec, dialer.cancelling(), deadlines, encryption)
            .connectTimeout(Times.millis(cancel))
            .socketTimeout(Times.millis(cancel))
            .build();
    try {
      return MySqlConnection.open(login, cancelling);
    } catch (SQLException e) {
      throw encryption.explained(e);
    }
  }

  private static Configuration.Builder configuration(
      ConnectionSpec spec, Dialer dialer, Deadlines deadlines, Encryption encryption)
      throws SQLException {
    Properties options = new Properties();
    RoutedSocketFactory.add(options, dialer);
    StrictTls.add(options, encryption);
    Configuration.Builder builder = Configuration.parse(TEMPLATE, options).toBuilder();
    // Not a primary: so the driver makes the session read-only, by the name that this server's
    // version has for it, in the one statement that it sends anyway.
    builder.addresses(HostAddress.from(Refusal.host(spec), spec.endpoint().port(), false));
    spec.endpoint().database().ifPresent(builder::database);
    builder.user(spec.endpoint().user());
    builder.password(spec.password().map(Secret::reveal).orElse(""));
    setTimes(builder, deadlines);
    setTls(builder, encryption.mode());
    builder.allowLocalInfile(false).permitRedirect(false);
    builder.jdbcCompliantTruncation(false);
    builder.connectionAttributes("program_name:precheck");
    return builder.socketFactory(RoutedSocketFactory.class.getName());
  }

  private static void setTimes(Configuration.Builder builder, Deadlines deadlines) {
    builder.connectTimeout(Times.millis(Times.connect(deadlines)));
    builder.socketTimeout(Times.millis(Times.silence(deadlines)));
    builder.sessionVariables(sessionVariables(deadlines.statement()));
  }

  /**
   * Each server runs only the comments that are for it: MariaDB skips those of MySQL 5.7 and newer,
   * MySQL those with an M. Sources: https://dev.mysql.com/doc/refman/8.0/en/comments.html,
   * https://mariadb.com/kb/en/comment-syntax/.
   */
  private static String sessionVariables(Duration statement) {
    return "lock_wait_timeout="
        + Times.lock(statement).toSeconds()
        + "/*!50708 ,max_execution_time="
        + Times.millis(statement)
        + "*//*M!100101 ,max_statement_time="
        + Times.millis(statement) / 1000.0
        + "*/";
  }

  private static void setTls(Configuration.Builder builder, TlsMode tls) {
    switch (tls) {
      case DISABLE -> {
        // The key protects the password from those who listen, though not from those who
        // intervene; nothing without a verified certificate does.
        builder.sslMode("disable").allowPublicKeyRetrieval(true).restrictedAuth(WITHOUT_TLS);
      }
      case PREFER, REQUIRE -> builder.sslMode("trust").tlsSocketType(StrictTls.TYPE);
      case VERIFY_CA -> builder.sslMode("verify-ca").tlsSocketType(StrictTls.TYPE);
      case VERIFY_FULL -> builder.sslMode("verify-full").tlsSocketType(StrictTls.TYPE);
    }
  }
}
