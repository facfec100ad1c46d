package dev.precheck.testkit.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();

  private volatile boolean frozen;
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

  /** From now on nothing gets through, as if the cable were cut: no answer, and no end either. */
  public void freeze() {
    frozen = true;
  }

  /** Ends all connections and lets none be made, as if the server were stopped. */
  public void cut() throws IOException {
    cut = true;
    closeAll();
  }

  /** From now on everything gets through again; what was sent meanwhile is lost. */
  public void mend() {
    frozen = false;
    cut = false;
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
    sockets.add(client);
    Socket server;
    try {
      server = new Socket(host, targetPort);
    } catch (IOException e) {
      client.close();
      throw e;
    }
    sockets.add(server);
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    DelayedStream.start(client, server, oneWay, () -> frozen);
    DelayedStream.start(server, client, oneWay, () -> frozen);
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
  }

  private void closeAll() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    sockets.clear();
  }
}
