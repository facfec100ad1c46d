package dev.precheck.dialects;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;
import org.mariadb.jdbc.export.ExceptionFactory;
import org.mariadb.jdbc.plugin.TlsSocketPlugin;
import org.mariadb.jdbc.plugin.tls.main.DefaultTlsSocketPlugin;

/**
 * Verifies the server's certificate during the handshake. The driver's own way goes on with one
 * that it does not trust, up to and including the login, and leaves the host name unverified then;
 * and it reads certificates from files.
 */
@AutoService(TlsSocketPlugin.class)
public final class StrictTls implements TlsSocketPlugin {

  static final String TYPE = "PRECHECK_STRICT";

  private static final String OPTION = "precheckEncryption";

  private final TlsSocketPlugin standard = new DefaultTlsSocketPlugin();

  /** What the driver is given, which hands it back to the plugin. */
  static void add(Properties options, Encryption encryption) {
    // As it is and not as a text: the driver may print its options.
    options.put(OPTION, encryption);
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public TrustManager[] getTrustManager(
      Configuration conf, ExceptionFactory exceptionFactory, HostAddress hostAddress)
      throws SQLException {
    try {
      return encryption(conf).trustManagers();
    } catch (GeneralSecurityException e) {
      throw exceptionFactory.create("The CA certificate cannot be used", "08000", e);
    }
  }

  @Override
  public KeyManager[] getKeyManager(Configuration conf, ExceptionFactory exceptionFactory)
      throws SQLException {
    try {
      return encryption(conf).keyManagers();
    } catch (GeneralSecurityException e) {
      throw exceptionFactory.create("The client certificate cannot be used", "08000", e);
    }
  }

  @Override
  public SSLSocket createSocket(Socket socket, SSLSocketFactory factory) throws IOException {
    return ((MeteredSocket) socket).encryptedMySql(standard.createSocket(socket, factory));
  }

  @Override
  public void verify(String host, SSLSession session, long serverThreadId) throws SSLException {
    standard.verify(host, session, serverThreadId);
  }

  private static Encryption encryption(Configuration conf) {
    return (Encryption) Objects.requireNonNull(conf.nonMappedOptions().get(OPTION));
  }
}
