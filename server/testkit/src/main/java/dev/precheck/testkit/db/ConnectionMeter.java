package dev.precheck.testkit.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Forwards TCP connections to a server and knows how many were open at a time. One thread does all
 * of it, and sees the ends before the beginnings: whoever closes one connection and then opens
 * another is never taken to have had two.
 */
public final class ConnectionMeter implements AutoCloseable {

  private final Selector selector = Selector.open();
  private final ServerSocketChannel listener = ServerSocketChannel.open();
  private final InetSocketAddress target;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
  private int open;

  private final AtomicInteger connections = new AtomicInteger();
  private volatile int mostOpen;

  private ConnectionMeter(InetSocketAddress target) throws IOException {
    this.target = target;
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    listener.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
  }

  /** Listens on a free port of the loopback address. */
  public static ConnectionMeter to(String host, int port) throws IOException {
    ConnectionMeter meter = new ConnectionMeter(new InetSocketAddress(host, port));
    LatencyProxy.daemon(meter::run, "connection-meter");
    return meter;
  }

  public String host() {
    return "127.0.0.1";
  }

  public int port() {
    return listener.socket().getLocalPort();
  }

  /** How many connections there were at the time when there were most. */
  public int mostOpen() {
    return mostOpen;
  }

  /** How many connections were made so far. */
  public int connections() {
    return connections.get();
  }

  private void run() {
    try {
      while (listener.isOpen()) {
        selector.select();
        List<SelectionKey> ready = List.copyOf(selector.selectedKeys());
        selector.selectedKeys().clear();
        for (SelectionKey key : ready) {
          if (key.isValid() && key.attachment() instanceof Flow flow) {
            pump(flow);
          }
        }
        if (ready.stream().anyMatch(key -> key.attachment() == null)) {
          accept();
        }
      }
    } catch (IOException | ClosedSelectorException e) {
      // Closed.
    }
  }

  /** One for each look, so that the next one is preceded by a look for ends. */
  private void accept() throws IOException {
    SocketChannel client = listener.accept();
    if (client == null) {
      return;
    }
    SocketChannel server;
    try {
      server = SocketChannel.open(target);
    } catch (IOException e) {
      // The server is away: then the client sees its connection end.
      client.close();
      return;
    }
    open++;
    connections.incrementAndGet();
    mostOpen = Math.max(mostOpen, open);
    register(client, server);
    register(server, client);
  }

  private void register(SocketChannel from, SocketChannel to) throws IOException {
    from.socket().setTcpNoDelay(true);
    from.configureBlocking(false).register(selector, SelectionKey.OP_READ, new Flow(from, to));
  }

  private void pump(Flow flow) throws IOException {
    try {
      int length = flow.from.read(buffer.clear());
      while (length > 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          if (flow.to.write(buffer) == 0) {
            Thread.onSpinWait();
          }
        }
        length = flow.from.read(buffer.clear());
      }
      if (length < 0) {
        end(flow);
      }
    } catch (IOException e) {
      end(flow);
    }
  }

  private void end(Flow flow) throws IOException {
    open--;
    flow.from.close();
    flow.to.close();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }

  /** One direction of a connection; both end together. */
  private record Flow(SocketChannel from, SocketChannel to) {}
}
