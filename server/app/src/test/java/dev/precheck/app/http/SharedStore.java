package dev.precheck.app.http;

import dev.precheck.engine.Secret;
import dev.precheck.spi.Endpoint;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A store that several nodes share: a database of its own on a real PostgreSQL server. */
final class SharedStore {

  private final RunningDatabase server = TestDatabase.POSTGRESQL_18.start();
  private final String database = server.fresh("store");
  private final Path directory;

  /**
   * An empty one.
   *
   * @param directory where the nodes keep the key that they share
   */
  SharedStore(Path directory) {
    this.directory = directory;
    server.execute("CREATE DATABASE " + database);
  }

  /** The settings of a node, before those of the test. */
  Map<String, Object> settings(Map<String, Object> more) {
    Endpoint endpoint = server.superuser().endpoint();
    Map<String, Object> settings = new HashMap<>(more);
    settings.put(
        "precheck.store",
        "postgresql://"
            + endpoint.user()
            + "@"
            + endpoint.host()
            + ":"
            + endpoint.port()
            + "/"
            + database);
    settings.put(
        "precheck.store-password", server.superuser().password().map(Secret::reveal).orElse(""));
    return settings;
  }

  /** Another node. */
  TestService node(Map<String, Object> more) {
    return TestService.start(directory, settings(more));
  }
}
