package dev.precheck.app.http;

import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import dev.precheck.wire.error.Violation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sees at once that certificates can be read, instead of at the first connection. */
final class Certificates {

  private Certificates() {}

  /**
   * Looks a PEM text over; null and the empty text are fine.
   *
   * @throws ApiException if it holds no certificate, or a broken one
   */
  static void check(@Nullable String pem) {
    if (pem == null || pem.isEmpty()) {
      return;
    }
    try {
      byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
      if (CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(bytes))
          .isEmpty()) {
        throw refuse("holds no certificate");
      }
    } catch (CertificateException e) {
      throw refuse("cannot be read as certificates");
    }
  }

  private static ApiException refuse(String why) {
    return ApiException.violations(
            ErrorCode.PARAM_ERROR,
            List.of(
                new Violation(
                    "/caCertificate",
                    why + "; PEM is accepted, from -----BEGIN CERTIFICATE----- on.")))
        .advice("Send the whole file of the authority's certificates, line breaks included.");
  }
}
