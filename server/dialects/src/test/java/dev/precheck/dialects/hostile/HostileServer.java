package dev.precheck.dialects.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Listens like a database, and answers whatever its script says. */
final class HostileServer implements AutoCloseable {

  /** What it does with one client. */
  interface Script {
    void play(Wire client) throws IOException;
  }

  private final ServerSocket listener;
  private final Script script;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final AtomicLong sent = new AtomicLong();

  private HostileServer(ServerSocket listener, Script script) {
    this.listener = listener;
    this.script = script;
  }

  static HostileServer playing(Script script) throws IOException {
    ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    HostileServer server = new HostileServer(listener, script);
    daemon(server::accept);
    return server;
  }

  int port() {
    return listener.getLocalPort();
  }

  /** How many bytes it got rid of, on its side of the network. */
  long sent() {
    return sent.get();
  }

  /** All that clients have said, each byte as a character. */
  String heard() {
    synchronized (heard) {
      return heard.toString(StandardCharsets.ISO_8859_1);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        clients.add(client);
        daemon(() -> play(client));
      } catch (IOException e) {
        // Closed.
      }
    }
  }

  private void play(Socket client) {
    try (client) {
      script.play(new Wire(client, heard, sent));
    } catch (IOException e) {
      // The client has had enough.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "hostile-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket client : clients) {
      client.close();
    }
  }
}
