package dev.precheck.app.http;

import dev.precheck.engine.ClientCertificate;
import dev.precheck.engine.Secret;
import dev.precheck.engine.tls.PemText;
import dev.precheck.engine.tls.UnusableCertificate;
import dev.precheck.engine.tls.UnusableKey;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import dev.precheck.wire.error.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sees at once that certificates and keys can be used, instead of at the first connection. */
final class Certificates {

  private static final String CERTIFICATE = "/clientCertificate";
  private static final String KEY = "/clientKey";

  private Certificates() {}

  /**
   * Looks the authorities' certificates over; null and the empty text are fine.
   *
   * @throws ApiException if the text holds no certificate, or a broken one
   */
  static void check(@Nullable String pem) {
    if (pem == null || pem.isEmpty()) {
      return;
    }
    try {
      PemText.certificates(pem);
    } catch (UnusableCertificate e) {
      throw refuse("/caCertificate", e.getMessage() + "; PEM is accepted.")
          .advice("Send the whole file of the authority's certificates, line breaks included.");
    }
  }

  /**
   * A client certificate with its key; empty if neither is given, one with an empty chain if both
   * are the empty text.
   *
   * @throws ApiException if one is missing, or they cannot be used together today
   */
  static Optional<ClientCertificate> client(@Nullable String certificate, @Nullable String key) {
    if (certificate == null && key == null) {
      return Optional.empty();
    } else if (certificate == null || (certificate.isEmpty() && !isEmpty(key))) {
      throw alone(CERTIFICATE);
    } else if (key == null || (key.isEmpty() && !certificate.isEmpty())) {
      throw alone(KEY);
    }
    ClientCertificate both = new ClientCertificate(certificate, Secret.of(key));
    try {
      if (!certificate.isEmpty()) {
        both.keyManager(Instant.now());
      }
      return Optional.of(both);
    } catch (UnusableKey e) {
      throw refuse(KEY, e.getMessage() + ".")
          .advice("Send the private key of the client certificate in PEM form, not encrypted.");
    } catch (UnusableCertificate e) {
      throw refuse(CERTIFICATE, e.getMessage() + ".")
          .advice("Send the client certificate and those between it and the authority, as PEM.");
    }
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }

  private static ApiException alone(String missing) {
    return refuse(missing, "missing; clientCertificate and clientKey belong together.")
        .advice("Send both, or the empty string for both to take them away.");
  }

  private static ApiException refuse(String where, String why) {
    return ApiException.violations(ErrorCode.PARAM_ERROR, List.of(new Violation(where, why)));
  }
}
