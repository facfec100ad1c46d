package dev.precheck.dialects;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.postgresql.ssl.WrappedFactory;

/** Lets pgjdbc, which knows it by name only, trust an authority that is not in a file. */
public final class TrustedSocketFactory extends WrappedFactory {

  /**
   * @param pem the authorities; empty for those that the JVM trusts
   */
  public TrustedSocketFactory(String pem) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {Certificates.trusting(pem)}, null);
    factory = context.getSocketFactory();
  }
}
