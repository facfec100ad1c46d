package dev.precheck.dialects;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Which certificate authorities a connection trusts. */
final class Certificates {

  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

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
    if (!pem.strip().startsWith(BEGIN)) {
      throw new GeneralSecurityException("The text does not begin with " + BEGIN);
    }
    Collection<? extends Certificate> certificates =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(
                new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.UTF_8)));
    KeyStore store = emptyStore();
    int number = 0;
    for (Certificate certificate : certificates) {
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
