package dev.precheck.dialects;

import dev.precheck.engine.tls.PemText;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Arrays;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Which certificate authorities a connection trusts. */
final class Certificates {

  private Certificates() {}

  /**
   * Trusts the authorities in the text, and no others.
   *
   * @param pem one or several certificates; empty for the authorities that the JVM trusts
   * @throws GeneralSecurityException if the text is no certificate
   */
  static X509TrustManager trusting(String pem) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(pem.isEmpty() ? null : store(pem));
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("The JVM has no X.509 trust manager"));
  }

  private static KeyStore store(String pem) throws GeneralSecurityException {
    KeyStore store = emptyStore();
    int number = 0;
    for (Certificate certificate : PemText.certificates(pem)) {
      store.setCertificateEntry("authority-" + number++, certificate);
    }
    return store;
  }

  private static KeyStore emptyStore() throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    try {
      store.load(null);
    } catch (IOException e) {
      throw new GeneralSecurityException("No empty key store", e);
    }
    return store;
  }
}
