package dev.precheck.app.cli.check;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;

/** Certificates in files. */
public final class Pem {

  private Pem() {}

  /**
   * The text itself, once it is known to hold certificates.
   *
   * @throws IllegalArgumentException if it holds none, or one that cannot be read
   */
  public static String certificates(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      int found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes))
              .size();
      if (found > 0) {
        return text;
      }
    } catch (CertificateException e) {
      throw refuse(e);
    }
    throw refuse(null);
  }

  private static IllegalArgumentException refuse(
      @org.jspecify.annotations.Nullable CertificateException cause) {
    return new IllegalArgumentException(
        "The CA file holds no readable certificate. It must be PEM, with a line"
            + " -----BEGIN CERTIFICATE-----.",
        cause);
  }
}
