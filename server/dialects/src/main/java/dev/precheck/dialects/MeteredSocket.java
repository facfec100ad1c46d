package dev.precheck.dialects;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A socket that does not let in more than a server has to say. All bytes of a connection come
 * through here, those of TLS too, and drivers keep what they get in memory.
 *
 * <p>It can be found after the driver has had it made: the driver shows it to nobody, and cannot
 * close it while it waits for an answer.
 */
final class MeteredSocket extends Socket {

  private static final ThreadLocal<@Nullable MeteredSocket> LAST = new ThreadLocal<>();

  private final ReceiveLimit limit;
  private volatile @Nullable SSLSocket tls;
  private volatile Inspector inspector = Inspector.NOTHING;

  /**
   * Not connected yet.
   *
   * @param loginEnd when its login must have ended, by {@link System#nanoTime}
   */
  MeteredSocket(long loginEnd) {
    this.limit = new ReceiveLimit(loginEnd);
  }

  /** Lets this thread find it. */
  MeteredSocket known() {
    LAST.set(this);
    return this;
  }

  /** The socket that this thread has just had made. */
  static MeteredSocket take() {
    MeteredSocket last = last();
    LAST.remove();
    return last;
  }

  /** The same, to be taken later. */
  static MeteredSocket last() {
    return Objects.requireNonNull(LAST.get(), "the driver has made a socket elsewhere");
  }

  /** Closes the socket that this thread has just had made, if there is one: its login failed. */
  static void discard() {
    MeteredSocket last = LAST.get();
    LAST.remove();
    try {
      if (last != null) {
        last.close();
      }
    } catch (IOException e) {
      // It is of no use any more.
    }
  }

  /** From now on it is not only a login. */
  void loggedIn() {
    limit.raise();
  }

  boolean isLoggedIn() {
    return limit.isRaised();
  }

  /** A MySQL or MariaDB server is at the other end. */
  void inspectMySql() {
    inspector = new MySqlFrames();
  }

  /** A PostgreSQL server is at the other end. */
  void inspectPostgreSql() {
    inspector = PostgreSqlFrames.ofConnection(limit);
  }

  /** TLS is made over it. */
  private SSLSocket encrypted(SSLSocket made, Supplier<Inspector> readable) {
    tls = made;
    // From here on nothing can be read but within TLS.
    inspector = Inspector.NOTHING;
    return new InspectedSslSocket(made, readable);
  }

  /** The same with a MySQL or MariaDB server, whose packets go on being looked at. */
  SSLSocket encryptedMySql(SSLSocket made) {
    return encrypted(made, MySqlFrames::new);
  }

  /** The same with a PostgreSQL server, whose messages go on being looked at. */
  SSLSocket encryptedPostgreSql(SSLSocket made) {
    return encrypted(made, () -> PostgreSqlFrames.ofMessages(limit));
  }

  /** Whether it has TLS, which nobody on the way can read. */
  boolean isEncrypted() {
    return tls != null;
  }

  /** Until when the certificate is valid that the server has shown, after the login. */
  Optional<Instant> certificateEnd() {
    SSLSocket made = tls;
    try {
      return made != null
              && made.getSession().getPeerCertificates()[0] instanceof X509Certificate shown
          ? Optional.of(shown.getNotAfter().toInstant())
          : Optional.empty();
    } catch (SSLPeerUnverifiedException e) {
      // The server has shown none, as one with an anonymous cipher suite does.
      return Optional.empty();
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new LimitedInput(
        super.getInputStream(),
        limit,
        (bytes, from, length) -> inspector.look(bytes, from, length));
  }
}
