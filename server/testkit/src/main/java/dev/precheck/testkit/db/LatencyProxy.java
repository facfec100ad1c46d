package dev.precheck.testkit.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Forwards TCP connections to a server and adds latency, as a network in between would: bytes
 * arrive late, but as many may be under way as there are.
 */
public final class LatencyProxy implements AutoCloseable {

  private final ServerSocket listener;
  private final String host;
  private final int targetPort;
  private final Duration oneWay;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final Set<Socket> servers = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();

  private volatile CountDownLatch thawed = new CountDownLatch(0);
  private volatile Optional<Trap> trap = Optional.empty();
  private volatile boolean cut;

  private LatencyProxy(ServerSocket listener, String host, int targetPort, Duration oneWay) {
    this.listener = listener;
    this.host = host;
    this.targetPort = targetPort;
    this.oneWay = oneWay;
  }

  /**
   * Listens on a free port of the loopback address.
   *
   * @param roundTrip what a question and its answer take longer than without the proxy
   */
  public static LatencyProxy to(RunningDatabase database, Duration roundTrip) throws IOException {
    return to(database.host(), database.port(), roundTrip);
  }

  /** As {@link #to(RunningDatabase, Duration)}, for any server. */
  public static LatencyProxy to(String host, int port, Duration roundTrip) throws IOException {
    ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    LatencyProxy proxy = new LatencyProxy(listener, host, port, roundTrip.dividedBy(2));
    daemon(proxy::accept, "latency-proxy");
    return proxy;
  }

  public String host() {
    return "127.0.0.1";
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** How many connections were made so far. */
  public int connections() {
    return connections.get();
  }

  /**
   * From now on nothing gets through, as if the cable were pulled: no answer, and no end either.
   */
  public synchronized void freeze() {
    if (thawed.getCount() == 0) {
      thawed = new CountDownLatch(1);
    }
  }

  /**
   * Something goes wrong once a client sends this text, which has to be in one piece.
   *
   * @param text part of a statement that is sent in clear
   */
  public void when(String text, Fault fault) {
    trap = Optional.of(new Trap(text, fault));
  }

  /**
   * The server ends all its sessions, as it does when its keep-alive has had no answer for long. A
   * client behind a frozen cable does not hear of it.
   */
  public void expire() throws IOException {
    close(servers);
  }

  /** Ends all connections and lets none be made, as if the server were stopped. */
  public void cut() throws IOException {
    cut = true;
    closeAll();
  }

  /**
   * From now on everything gets through again; what was held back arrives late, as what TCP sends
   * again does.
   */
  public synchronized void mend() {
    trap = Optional.empty();
    cut = false;
    thawed.countDown();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (cut) {
          client.close();
          continue;
        }
        connections.incrementAndGet();
        forward(client);
      } catch (IOException e) {
        // Closed, or the server is away: then the client sees its connection end.
      }
    }
  }

  private void forward(Socket client) throws IOException {
    clients.add(client);
    Socket server;
    try {
      server = new Socket(host, targetPort);
    } catch (IOException e) {
      client.close();
      throw e;
    }
    servers.add(server);
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    DelayedStream.start(client, server, oneWay, this::question);
    DelayedStream.start(server, client, oneWay, bytes -> thawed.await());
  }

  private void question(byte[] bytes) throws IOException, InterruptedException {
    thawed.await();
    Optional<Trap> sprung = trap.filter(t -> t.isIn(bytes));
    if (sprung.isPresent()) {
      switch (sprung.get().fault) {
        case CUT -> cut();
        case ANSWER_LOST -> freeze();
        case QUESTION_LOST -> {
          freeze();
          thawed.await();
        }
      }
    }
  }

  private record Trap(String text, Fault fault) {

    boolean isIn(byte[] bytes) {
      return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }
  }

  static void daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Ends all connections. */
  @Override
  public void close() throws IOException {
    listener.close();
    closeAll();
    mend();
  }

  private void closeAll() throws IOException {
    close(clients);
    close(servers);
  }

  private static void close(Set<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    sockets.clear();
  }
}
