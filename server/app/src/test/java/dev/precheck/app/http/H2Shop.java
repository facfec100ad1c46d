package dev.precheck.app.http;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A database in memory for one test, which the service can be sent to. */
final class H2Shop implements AutoCloseable {

  static final String USER = "SHOP_READER";
  static final String PASSWORD = "canary-4711";

  private static final AtomicInteger NEXT = new AtomicInteger();

  private final String name;
  private final Connection keepsItAlive;

  H2Shop(String name, String... ddl) throws SQLException {
    this("", name, ddl);
  }

  private H2Shop(String settings, String name, String[] ddl) throws SQLException {
    // A connection that is being closed keeps the database of the test before alive.
    this.name = name + "_" + NEXT.incrementAndGet();
    keepsItAlive = DriverManager.getConnection("jdbc:h2:mem:" + this.name + settings, "SA", "");
    try (Statement statement = keepsItAlive.createStatement()) {
      statement.execute("create user " + USER + " password '" + PASSWORD + "' admin");
      for (String sql : ddl) {
        statement.execute(sql);
      }
    }
  }

  /** One to which names are the same that differ in nothing but case. */
  static H2Shop ignoringCase(String name, String... ddl) throws SQLException {
    return new H2Shop(";CASE_INSENSITIVE_IDENTIFIERS=TRUE", name, ddl);
  }

  /** Changes it, as somebody else would. */
  void execute(String... statements) throws SQLException {
    try (Statement statement = keepsItAlive.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The name under which the service finds it. */
  String database() {
    return name;
  }

  /** The body that creates a data source for it. */
  Map<String, Object> dataSource(String dataSourceName) {
    return new HashMap<>(
        Map.of(
            "name", dataSourceName,
            "type", "H2",
            "host", "localhost",
            "database", name,
            "userName", USER,
            "password", PASSWORD));
  }

  @Override
  public void close() throws SQLException {
    keepsItAlive.close();
  }
}
