package dev.precheck.stub;

import dev.precheck.stub.contract.BrokenContract;
import dev.precheck.stub.http.LoadedContract;
import dev.precheck.stub.http.StubSettings;
import dev.precheck.stub.story.Stories;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.BindException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** The running stub. */
final class StubServer implements AutoCloseable {

  private static final int ANY_FREE = -1;
  private static final int MAX_BODY = 8 * 1024 * 1024;

  private final ApplicationContext context;
  private final EmbeddedServer server;
  private final LoadedContract loaded;
  private final CountDownLatch told = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  private StubServer(ApplicationContext context, EmbeddedServer server, LoadedContract loaded) {
    this.context = context;
    this.server = server;
    this.loaded = loaded;
  }

  /** Reads the contract. */
  interface Loading {
    LoadedContract load() throws IOException, BrokenContract;
  }

  /**
   * Starts it. The contract is read meanwhile, which takes about as long as the rest.
   *
   * @param port 0 for a free one
   * @throws IOException if the address cannot be listened on, or the contract cannot be read
   * @throws BrokenContract if the contract cannot be answered from
   */
  static StubServer start(String host, int port, Loading loading, StubSettings settings)
      throws IOException, BrokenContract, InterruptedException {
    FutureTask<LoadedContract> contract = new FutureTask<>(loading::load);
    new Thread(contract, "contract").start();
    ApplicationContext context =
        ApplicationContext.builder()
            .banner(false)
            .deduceEnvironment(false)
            .properties(properties(host, port))
            .singletons(settings, new Stories())
            .start();
    try {
      LoadedContract loaded = result(contract);
      context.registerSingleton(loaded);
      EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
      return new StubServer(context, server, loaded);
    } catch (IOException | BrokenContract | InterruptedException e) {
      context.close();
      throw e;
    } catch (RuntimeException e) {
      context.close();
      throw addressFault(e);
    }
  }

  /** Not in a file: to read one takes a twentieth of the start. */
  private static Map<String, Object> properties(String host, int port) {
    return Map.of(
        "micronaut.application.name",
        "precheck-stub",
        "micronaut.server.host",
        host,
        "micronaut.server.port",
        port == 0 ? ANY_FREE : port,
        "micronaut.server.max-request-size",
        MAX_BODY,
        "micronaut.server.netty.server-type",
        "streamed");
  }

  private static LoadedContract result(FutureTask<LoadedContract> contract)
      throws IOException, BrokenContract, InterruptedException {
    try {
      return contract.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BrokenContract broken) {
        throw broken;
      }
      if (e.getCause() instanceof IOException unreadable) {
        throw unreadable;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** What it answers from. */
  LoadedContract loaded() {
    return loaded;
  }

  private static IOException addressFault(RuntimeException failure) {
    Throwable cause =
        Stream.<Throwable>iterate(failure, e -> e != null, Throwable::getCause)
            .filter(StubServer::isAboutAddress)
            .findFirst()
            .orElseThrow(() -> failure);
    return new IOException(
        "The address cannot be listened on ("
            + cause.getMessage()
            + "). Another program has the port, or this machine has no such address: see --port and"
            + " --host.",
        failure);
  }

  private static boolean isAboutAddress(Throwable cause) {
    return cause instanceof BindException
        || cause instanceof SocketException
        || cause instanceof UnknownHostException
        || cause instanceof UnresolvedAddressException;
  }

  /** Where it listens, as a client on this machine reaches it. */
  URI uri() {
    return URI.create("http://" + (isAnyAddress() ? "127.0.0.1" : host()) + ":" + port());
  }

  private boolean isAnyAddress() {
    return server.getHost().equals("0.0.0.0") || server.getHost().equals("::");
  }

  private String host() {
    return server.getHost().contains(":") ? "[" + server.getHost() + "]" : server.getHost();
  }

  int port() {
    return server.getPort();
  }

  /** Waits until the process is told to end. */
  void serve() throws InterruptedException {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  told.countDown();
                  try {
                    closed.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                "stub-stop"));
    told.await();
  }

  /** Calls it as a client would, so that whatever an answer needs has been loaded. */
  void callOnce() throws IOException {
    String body = "{\"id\":\"t_1\"}";
    String head =
        "POST /api/v2/GetPreCheckResult HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Authorization: Bearer any\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    try (Socket socket = new Socket(uri().getHost(), port())) {
      socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readAllBytes();
      // A contract of somebody's own may ask for other credentials.
      if (!new String(answer, StandardCharsets.UTF_8).matches("(?s)HTTP/1.1 (200|401) .*")) {
        throw new IOException("The stub did not answer itself as it should.");
      }
    }
  }

  @Override
  public void close() {
    context.close();
    closed.countDown();
  }
}
