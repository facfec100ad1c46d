package dev.precheck.dialects;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.postgresql.ssl.NonValidatingFactory.NonValidatingTM;
import org.postgresql.ssl.WrappedFactory;

/**
 * Makes TLS of pgjdbc's connections. It knows the class by name only; its own ones read
 * certificates from files of the service's account, and tell nobody whether a connection is
 * encrypted.
 */
public final class PostgreSqlTls extends WrappedFactory {

  /** Any certificate will do. */
  static final String ANY = "any";

  /**
   * Called by the driver.
   *
   * @param trusted {@link #ANY}, or the authorities as PEM; empty for those that the JVM trusts
   */
  public PostgreSqlTls(String trusted) throws GeneralSecurityException {
    TrustManager manager =
        trusted.equals(ANY) ? new NonValidatingTM() : Certificates.trusting(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {manager}, null);
    factory = context.getSocketFactory();
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    Socket tls = super.createSocket(socket, host, port, autoClose);
    return ((MeteredSocket) socket).encrypted((SSLSocket) tls);
  }
}
