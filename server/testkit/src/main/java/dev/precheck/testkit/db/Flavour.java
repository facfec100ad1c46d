package dev.precheck.testkit.db;

import dev.precheck.spi.DatabaseEngine;
import java.util.Optional;

/** How the test kit reaches a kind of server and creates accounts on it. */
enum Flavour {
  MYSQL("jdbc:mariadb://127.0.0.1:%d/?allowPublicKeyRetrieval=true"),
  MARIADB("jdbc:mariadb://127.0.0.1:%d/"),
  POSTGRESQL("jdbc:postgresql://127.0.0.1:%d/postgres"),
  H2("jdbc:h2:mem:precheck_testkit");

  private final String url;

  Flavour(String url) {
    this.url = url;
  }

  DatabaseEngine engine() {
    return switch (this) {
      case MYSQL -> DatabaseEngine.MYSQL;
      case MARIADB -> DatabaseEngine.MARIADB;
      case POSTGRESQL -> DatabaseEngine.POSTGRESQL;
      case H2 -> DatabaseEngine.H2;
    };
  }

  String url(int port) {
    return url.formatted(port);
  }

  /** The database that a connection needs to name. */
  Optional<String> database() {
    return switch (this) {
      case MYSQL, MARIADB -> Optional.empty();
      case POSTGRESQL -> Optional.of("postgres");
      case H2 -> Optional.of("precheck_testkit");
    };
  }

  /** A user as it stands in CREATE USER and GRANT. */
  String grantee(String user) {
    return switch (this) {
      case MYSQL, MARIADB -> literal(user) + "@'%'";
      case POSTGRESQL, H2 -> engine().quoted(user);
    };
  }

  String createUser(String user, String password) {
    return switch (this) {
      case MYSQL, MARIADB -> "CREATE USER " + grantee(user) + " IDENTIFIED BY " + literal(password);
      case POSTGRESQL -> "CREATE ROLE " + grantee(user) + " LOGIN PASSWORD " + literal(password);
      case H2 -> "CREATE USER " + grantee(user) + " PASSWORD " + literal(password);
    };
  }

  /** A query that would take minutes. */
  String slowStatement() {
    return switch (this) {
      case MYSQL, MARIADB ->
          "SELECT COUNT(*) FROM information_schema.collations a, information_schema.collations b,"
              + " information_schema.collations c, information_schema.collations d";
      case POSTGRESQL -> "SELECT pg_sleep(300)";
      case H2 -> "SELECT COUNT(*) FROM SYSTEM_RANGE(1, 1000000) a, SYSTEM_RANGE(1, 1000000) b";
    };
  }

  /** Ends a session, whatever it does. */
  String endSession(String id) {
    return switch (this) {
      case MYSQL, MARIADB -> "KILL " + id;
      case POSTGRESQL -> "SELECT pg_terminate_backend(" + id + ")";
      case H2 -> "CALL ABORT_SESSION(" + id + ")";
    };
  }

  private String literal(String text) {
    boolean backslashEscapes = this == MYSQL || this == MARIADB;
    String escaped = backslashEscapes ? text.replace("\\", "\\\\") : text;
    return "'" + escaped.replace("'", "''") + "'";
  }
}
