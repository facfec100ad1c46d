package dev.precheck.dialects;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Objects;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sockets of MariaDB's driver, which knows it by name only, and tells which one it has
 * made: the driver shows its socket to nobody, and cannot close it while it waits for an answer.
 */
public final class KnownSocketFactory extends SocketFactory {

  private static final ThreadLocal<@Nullable Socket> LAST = new ThreadLocal<>();

  private final SocketFactory standard = SocketFactory.getDefault();

  /** The socket that this thread has just had made. */
  static Socket take() {
    Socket last = Objects.requireNonNull(LAST.get(), "the driver has made a socket elsewhere");
    LAST.remove();
    return last;
  }

  @Override
  public Socket createSocket() throws IOException {
    return known(standard.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return known(standard.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return known(standard.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return known(standard.createSocket(host, port, from, fromPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return known(standard.createSocket(host, port, from, fromPort));
  }

  private static Socket known(Socket socket) {
    LAST.set(socket);
    return socket;
  }
}
