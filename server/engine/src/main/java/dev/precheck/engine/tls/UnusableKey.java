package dev.precheck.engine.tls;

/** The private key is at fault, not the certificate. */
public final class UnusableKey extends UnusableCertificate {

  private static final long serialVersionUID = 1L;

  UnusableKey(String message) {
    super(message);
  }
}
