package dev.precheck.dialects;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.postgresql.ssl.WrappedFactory;

/**
 * Makes TLS of pgjdbc's connections. It knows the class by name only; its own ones read
 * certificates from files of the service's account, and tell nobody whether a connection is
 * encrypted.
 */
public final class PostgreSqlTls extends WrappedFactory {

  /**
   * Called by the driver.
   *
   * @param encryption the text of one
   */
  public PostgreSqlTls(String encryption) throws GeneralSecurityException {
    Encryption parsed = Encryption.parse(encryption);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(parsed.keyManagers(), parsed.trustManagers(), null);
    factory = context.getSocketFactory();
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    Socket tls = super.createSocket(socket, host, port, autoClose);
    return ((MeteredSocket) socket).encryptedPostgreSql((SSLSocket) tls);
  }
}
