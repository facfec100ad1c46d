package dev.precheck.bench;

import dev.precheck.engine.Secret;
import dev.precheck.spi.Endpoint;
import dev.precheck.testkit.db.RunningDatabase;
import java.util.stream.Collectors;

/** The test server's account, as the API takes it. */
final class Accounts {

  private Accounts() {}

  static String password(RunningDatabase server) {
    return server.superuser().password().map(Secret::reveal).orElse("");
  }

  /** An empty database on the server, as PRECHECK_STORE takes it. */
  static String freshStore(RunningDatabase server) {
    String database = server.fresh("bench_store");
    server.execute("CREATE DATABASE " + database);
    return "postgresql://"
        + server.superuser().endpoint().user()
        + "@"
        + server.host()
        + ":"
        + server.port()
        + "/"
        + database;
  }

  /**
   * The body of CreateDataSource.
   *
   * @param host two names of one server make two data sources: a migration onto itself is refused
   */
  static String dataSource(RunningDatabase server, String name, String host) {
    Endpoint endpoint = server.superuser().endpoint();
    return """
    {"name": "%s", "type": "POSTGRESQL", "host": "%s", "port": %d, "database": "%s",
     "userName": "%s", "password": "%s", "tlsMode": "DISABLE"}
    """
        .formatted(
            name,
            host,
            endpoint.port(),
            endpoint.database().orElseThrow(),
            endpoint.user(),
            password(server));
  }

  /** The body of SubmitPreCheck for a schema's tables into their copies. */
  static String plan(String source, String target, ManyTables tables) {
    String names =
        tables.names().stream()
            .map("{\"name\": \"%s\"}"::formatted)
            .collect(Collectors.joining(", "));
    return """
    {"name": "bench", "sourceEndpointId": "%s", "sinkEndpointId": "%s",
     "transferMapping": {"mode": "SPECIFIC",
       "databases": [{"name": "%s", "mappedName": "%s", "tables": [%s]}]},
     "enableFullTransfer": true, "enableIncrTransfer": true}
    """
        .formatted(source, target, tables.schema(), tables.copy(), names);
  }
}
