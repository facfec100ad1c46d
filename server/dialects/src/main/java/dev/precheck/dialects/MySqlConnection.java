package dev.precheck.dialects;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Connection;
import org.mariadb.jdbc.client.Client;
import org.mariadb.jdbc.client.impl.StandardClient;
import org.mariadb.jdbc.client.util.ClosableLock;

/**
 * A connection that a server which hangs cannot hold: the driver's own asks the server to cancel a
 * statement, and even to end a connection that is aborted, with all the patience of a login.
 */
final class MySqlConnection extends Connection {

  private final MeteredSocket socket;

  private MySqlConnection(
      Configuration cancelling, ClosableLock lock, Client client, MeteredSocket socket) {
    super(cancelling, lock, client);
    this.socket = socket;
  }

  /**
   * Connects.
   *
   * @param login for the connection; its sockets are made by {@link RoutedSocketFactory}
   * @param cancelling the same, for connections that are made to cancel what runs over this one
   */
  static Connection open(Configuration login, Configuration cancelling) throws SQLException {
    ClosableLock lock = new ClosableLock();
    try {
      Client client = new StandardClient(login, login.addresses().get(0), lock, false);
      MeteredSocket socket = MeteredSocket.take();
      socket.loggedIn();
      return new MySqlConnection(cancelling, lock, client, socket);
    } finally {
      // The driver leaves it open where it trips over what a server says.
      MeteredSocket.discard();
    }
  }

  /** Until when the certificate is valid that the server has shown. */
  Optional<Instant> certificateEnd() {
    return socket.certificateEnd();
  }

  /**
   * Whether a statement is answered. A ping, which the driver would send, is answered even to an
   * account that may do nothing before it has a new password (MySQL manual, 8.2.16).
   *
   * @throws SQLException if the server refuses the statement
   */
  @Override
  public boolean isValid(int timeout) throws SQLException {
    int before = getNetworkTimeout();
    try (Statement statement = createStatement()) {
      setNetworkTimeout(Runnable::run, Math.toIntExact(Duration.ofSeconds(timeout).toMillis()));
      statement.execute("DO 0");
      return true;
    } finally {
      if (!isClosed()) {
        setNetworkTimeout(Runnable::run, before);
      }
    }
  }

  /** Closes the socket under whatever runs; the driver would wait for that to end. */
  @Override
  public void abort(Executor executor) throws SQLException {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more.
    }
    close();
  }
}
