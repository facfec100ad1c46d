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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nodes, each a process, on one PostgreSQL store that each reaches over a cable of its own. */
final class Cluster implements AutoCloseable {

  private final RunningDatabase server = TestDatabase.POSTGRESQL_18.start();
  private final String database = server.fresh("chaos");
  private final Path directory;
  private final Map<String, String> settings;
  private final List<Node> nodes = new ArrayList<>();
  private final Connection look;

  Cluster(Path directory, Map<String, String> settings) throws SQLException {
    this.directory = directory;
    this.settings = settings;
    server.execute("CREATE DATABASE " + database);
    look =
        DriverManager.getConnection(
            "jdbc:postgresql://" + server.host() + ":" + server.port() + "/" + database,
            server.superuser().endpoint().user(),
            password());
  }

  /** Starts another node. */
  Node node(Map<String, String> more) throws IOException {
    LatencyProxy cable = LatencyProxy.to(server, Duration.ZERO);
    Map<String, String> environment = new HashMap<>();
    environment.put("PRECHECK_AUTH", "off");
    environment.put("PRECHECK_DATA_DIR", directory.resolve("data").toString());
    environment.put("PRECHECK_NETWORK_LOOPBACK", "true");
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
    Node node = Node.start(directory, environment, cable);
    nodes.add(node);
    return node;
  }

  Node node() throws IOException {
    return node(Map.of());
  }

  /** The runs that some process is in the middle of. */
  List<Held> held() {
    return query(Held.QUERY).stream().map(Held::of).toList();
  }

  /** Those of one process. */
  List<Held> heldBy(Node node) {
    return held().stream().filter(run -> run.pid() == node.pid()).toList();
  }

  /** Whether the queue takes a precheck's run to be with this process, ended or not. */
  boolean isPickedBy(Node node, String id) {
    return !query(
            "select 1 from scheduled_tasks where task_name = 'precheck-run' and task_instance like '"
                + id
                + "/%' and picked and picked_by like '%-"
                + node.pid()
                + "-%'")
        .isEmpty();
  }

  /** How often these were gone on with after they had been left unfinished. */
  int takeOvers(Collection<String> ids) {
    return ids.stream()
        .flatMap(
            id ->
                query("select takes from precheck_attempt where precheck_id = '" + id + "'")
                    .stream())
        .mapToInt(takes -> Integer.parseInt(takes) - 1)
        .sum();
  }

  /** The first column of a query on the store, past all cables. */
  List<String> query(String sql) {
    try (Statement statement = look.createStatement();
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
  public void close() throws IOException, SQLException {
    for (Node node : nodes) {
      node.close();
      node.cable().close();
    }
    look.close();
  }
}
