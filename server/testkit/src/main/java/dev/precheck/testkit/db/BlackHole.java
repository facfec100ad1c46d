package dev.precheck.testkit.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port of the loopback address where a client waits in vain. */
public final class BlackHole implements AutoCloseable {

  private static final int PROBE_MILLIS = 200;

  private final ServerSocket listener;
  private final List<Socket> fillers = new ArrayList<>();

  private BlackHole(int backlog) throws IOException {
    this.listener = new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
  }

  /** Accepts connections and never says a word. */
  public static BlackHole silent() throws IOException {
    return new BlackHole(50);
  }

  /** Never completes a connection, as an address behind a firewall that drops packets. */
  public static BlackHole unreachable() throws IOException {
    BlackHole hole = new BlackHole(1);
    hole.fill();
    return hole;
  }

  /** The kernel drops further attempts once as many wait as the listener has room for. */
  private void fill() throws IOException {
    while (true) {
      Socket filler = new Socket();
      try {
        filler.connect(new InetSocketAddress(listener.getInetAddress(), port()), PROBE_MILLIS);
        fillers.add(filler);
      } catch (SocketTimeoutException full) {
        filler.close();
        return;
      }
    }
  }

  public String host() {
    return "127.0.0.1";
  }

  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    for (Socket filler : fillers) {
      filler.close();
    }
    listener.close();
  }
}
