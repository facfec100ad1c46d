package dev.precheck.app.chaos;

import dev.precheck.engine.Secret;
import dev.precheck.testkit.db.LatencyProxy;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nodes, each a process, on one PostgreSQL store that they reach over a cable that can be cut. */
final class Cluster implements AutoCloseable {

  private final RunningDatabase server = TestDatabase.POSTGRESQL_18.start();
  private final String database = server.fresh("chaos");
  private final LatencyProxy cable;
  private final Path directory;
  private final Map<String, String> settings;
  private final List<Node> nodes = new ArrayList<>();

  Cluster(Path directory, Map<String, String> settings) throws IOException {
    this.directory = directory;
    this.settings = settings;
    server.execute("CREATE DATABASE " + database);
    cable = LatencyProxy.to(server, Duration.ZERO);
  }

  /** Starts another node. */
  Node node(Map<String, String> more) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("PRECHECK_DATA_DIR", directory.resolve("data").toString());
    environment.put(
        "PRECHECK_STORE",
        "postgresql://"
            + server.superuser().endpoint().user()
            + "@"
            + cable.host()
            + ":"
            + cable.port()
            + "/"
            + database);
    environment.put("PRECHECK_STORE_PASSWORD", password());
    environment.putAll(settings);
    environment.putAll(more);
    Node node = Node.start(directory, environment);
    nodes.add(node);
    return node;
  }

  Node node() throws IOException {
    return node(Map.of());
  }

  /** The cable between all nodes and the store. */
  LatencyProxy cable() {
    return cable;
  }

  /** The process that runs something at the moment, if one does. */
  List<Long> busy() {
    return query(
            "select picked_by from scheduled_tasks where picked and task_name = 'precheck-run'")
        .stream()
        .map(name -> name.split("-"))
        .map(parts -> Long.parseLong(parts[parts.length - 2]))
        .toList();
  }

  /** The first column of a query on the store, past the cable. */
  List<String> query(String sql) {
    String url = "jdbc:postgresql://" + server.host() + ":" + server.port() + "/" + database;
    try (Connection connection =
            DriverManager.getConnection(url, server.superuser().endpoint().user(), password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private String password() {
    return server.superuser().password().map(Secret::reveal).orElse("");
  }

  @Override
  public void close() throws IOException {
    nodes.forEach(Node::close);
    cable.close();
  }
}
