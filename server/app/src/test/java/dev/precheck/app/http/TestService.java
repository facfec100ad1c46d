package dev.precheck.app.http;

import dev.precheck.app.store.StoreKind;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The real service on a port of its own, with a data directory of its own. */
final class TestService implements AutoCloseable {

  private final EmbeddedServer server;

  private TestService(EmbeddedServer server) {
    this.server = server;
  }

  static TestService start(Path dataDir) {
    return start(dataDir, Map.of());
  }

  static TestService start(Path dataDir, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>();
    all.put("micronaut.server.port", -1);
    all.put("precheck.data-dir", dataDir);
    all.put("precheck.auth", "off");
    // The databases of the tests are on this machine.
    all.put("precheck.network.loopback", true);
    all.putAll(settings);
    return new TestService(ApplicationContext.run(EmbeddedServer.class, all));
  }

  /** On a store of this kind, which nobody else uses. */
  static TestService start(StoreKind kind, Path dataDir, Map<String, Object> settings) {
    return kind == StoreKind.H2
        ? start(dataDir, settings)
        : new SharedStore(dataDir).node(settings);
  }

  int port() {
    return server.getPort();
  }

  ApplicationContext context() {
    return server.getApplicationContext();
  }

  Api api() {
    return new Api(port());
  }

  @Override
  public void close() {
    server.close();
    server.getApplicationContext().close();
  }
}
