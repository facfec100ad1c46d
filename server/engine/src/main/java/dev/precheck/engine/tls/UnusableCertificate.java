package dev.precheck.engine.tls;

import java.security.GeneralSecurityException;

/** A certificate or key is not what it should be; the message says how, without the key. */
public class UnusableCertificate extends GeneralSecurityException {

  private static final long serialVersionUID = 1L;

  UnusableCertificate(String message) {
    super(message);
  }

  UnusableCertificate(String message, Throwable cause) {
    super(message, cause);
  }
}
