package dev.precheck.engine;

/** How a connection is secured; the meaning of libpq's {@code sslmode} for every dialect. */
public enum TlsMode {
  /** Never encrypted. */
  DISABLE,
  /** Encrypted if the server offers it; the certificate is not verified. */
  PREFER,
  /** Encrypted or not at all; the certificate is not verified. */
  REQUIRE,
  /** Encrypted, and the certificate comes from a trusted authority. */
  VERIFY_CA,
  /** As {@link #VERIFY_CA}, and the certificate is for the host that was asked for. */
  VERIFY_FULL;

  public boolean verifies() {
    return this == VERIFY_CA || this == VERIFY_FULL;
  }
}
