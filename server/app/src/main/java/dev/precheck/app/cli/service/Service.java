package dev.precheck.app.cli.service;

import dev.precheck.app.config.Settings;
import dev.precheck.app.identity.TokenText;
import dev.precheck.app.store.access.ApiTokens;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The running service. Micronaut's own starter is not used: it ends the process with a code and a
 * trace of its own when something is wrong.
 */
public final class Service implements AutoCloseable {

  private final EmbeddedServer server;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Runnable afterwards = () -> {};

  private Service(EmbeddedServer server) {
    this.server = server;
  }

  /**
   * Starts it.
   *
   * @param settings go before the environment and the configuration
   * @throws StartFailure if it cannot be started as it is set up; the message says why
   */
  public static Service start(Map<String, Object> settings) {
    ApplicationContext context =
        ApplicationContext.builder().banner(false).properties(settings).build();
    try {
      EmbeddedServer server = context.start().getBean(EmbeddedServer.class);
      return new Service(server.start());
    } catch (RuntimeException e) {
      try (context) {
        throw StartFailure.explain(e);
      }
    }
  }

  /** Where it listens, as a client on this machine reaches it. */
  public URI uri() {
    String host = isLoopback() ? host() : "localhost";
    return URI.create(server.getScheme() + "://" + host + ":" + server.getPort());
  }

  /** Whether requests need credentials. */
  public boolean asksWhoCalls() {
    return server.getApplicationContext().getBean(Settings.class).asksWhoCalls();
  }

  /** An API token for whoever starts it, if requests need one and there has never been any. */
  public Optional<String> firstToken() {
    return asksWhoCalls()
        ? server
            .getApplicationContext()
            .getBean(ApiTokens.class)
            .createFirst()
            .map(TokenText::reveal)
        : Optional.empty();
  }

  /** Whether only this machine reaches it. */
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(server.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private String host() {
    String host = server.getHost();
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /** Waits until the process is told to end, and stops the service then. */
  public void serve() throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "precheck-stop"));
    closed.await();
  }

  /** Does this once it has stopped. */
  public void afterwards(Runnable task) {
    afterwards = task;
  }

  /** Stops it; runs that are under way are taken up again at the next start. */
  @Override
  public void close() {
    if (closing.compareAndSet(false, true)) {
      try (ApplicationContext context = server.getApplicationContext()) {
        server.stop();
      } finally {
        afterwards.run();
        closed.countDown();
      }
    }
  }
}
