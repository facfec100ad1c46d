package dev.precheck.engine.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certificates as text: base64 between lines with BEGIN and END. Source: RFC 7468. */
public final class PemText {

  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

  private PemText() {}

  /**
   * Reads certificates, in their order.
   *
   * @throws UnusableCertificate if there is none, or one that cannot be read; the message continues
   *     a sentence that begins with what the text is
   */
  public static List<X509Certificate> certificates(String text) throws UnusableCertificate {
    if (!text.contains(BEGIN)) {
      throw new UnusableCertificate("holds no certificate: there is no line " + BEGIN);
    }
    // What people write above the first one, such as its subject, is not for the parser.
    String pem = text.substring(text.indexOf(BEGIN)).strip();
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException e) {
      throw new UnusableCertificate("cannot be read as certificates in PEM form", e);
    }
  }
}
