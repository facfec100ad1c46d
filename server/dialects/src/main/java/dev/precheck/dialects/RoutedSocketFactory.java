package dev.precheck.dialects;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.util.ConfigurableSocketFactory;

/**
 * Makes the sockets of both drivers, which know it by name only. They come connected to an address
 * of the route: what a driver would resolve and dial by itself is never asked for.
 */
public final class RoutedSocketFactory extends ConfigurableSocketFactory {

  private static final String OPTION = "precheckRoute";

  private @Nullable Dialer dialer;
  private boolean postgreSql;
  private volatile @Nullable MeteredSocket made;

  /** For MariaDB's driver, which brings its configuration afterwards. */
  public RoutedSocketFactory() {}

  /**
   * For pgjdbc.
   *
   * @param dialer the text of one
   */
  public RoutedSocketFactory(String dialer) {
    this.dialer = Dialer.parse(dialer);
    this.postgreSql = true;
  }

  /** What MariaDB's driver is given, which hands it back to the factory. */
  static void add(Properties options, Dialer dialer) {
    options.put(OPTION, dialer.text());
  }

  @Override
  public void setConfiguration(Configuration configuration, String host) {
    dialer = Dialer.parse(configuration.nonMappedOptions().getProperty(OPTION));
  }

  @Override
  public Socket createSocket() throws IOException {
    if (dialer == null) {
      throw new SocketException("The driver has brought no route.");
    }
    // pgjdbc asks the same factory for the sockets that cancel a statement.
    boolean cancelling = made != null && made.isLoggedIn();
    MeteredSocket socket = (cancelling ? dialer.cancelling() : dialer).dial();
    if (postgreSql) {
      socket.inspectPostgreSql();
    } else {
      socket.inspectMySql();
    }
    if (!cancelling) {
      made = socket.known();
    }
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw elsewhere();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw elsewhere();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    throw elsewhere();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    throw elsewhere();
  }

  private static SocketException elsewhere() {
    return new SocketException("The driver wants to dial another address than it was given.");
  }
}
