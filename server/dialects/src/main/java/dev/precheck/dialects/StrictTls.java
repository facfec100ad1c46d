package dev.precheck.dialects;

import com.google.auto.service.AutoService;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;
import org.mariadb.jdbc.export.ExceptionFactory;
import org.mariadb.jdbc.plugin.TlsSocketPlugin;
import org.mariadb.jdbc.plugin.tls.main.DefaultTlsSocketPlugin;

/**
 * Verifies the server's certificate during the handshake. The driver's own way goes on with one
 * that it does not trust, up to and including the login, and leaves the host name unverified then.
 */
@AutoService(TlsSocketPlugin.class)
public final class StrictTls implements TlsSocketPlugin {

  static final String TYPE = "PRECHECK_STRICT";

  private final TlsSocketPlugin standard = new DefaultTlsSocketPlugin();

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public TrustManager[] getTrustManager(
      Configuration conf, ExceptionFactory exceptionFactory, HostAddress hostAddress)
      throws SQLException {
    @Nullable String authority = conf.serverSslCert();
    try {
      return new TrustManager[] {Certificates.trusting(authority == null ? "" : authority)};
    } catch (GeneralSecurityException e) {
      throw exceptionFactory.create("The CA certificate cannot be used", "08000", e);
    }
  }

  @Override
  public KeyManager[] getKeyManager(Configuration conf, ExceptionFactory exceptionFactory)
      throws SQLException {
    return standard.getKeyManager(conf, exceptionFactory);
  }

  @Override
  public void verify(String host, SSLSession session, long serverThreadId) throws SSLException {
    standard.verify(host, session, serverThreadId);
  }
}
