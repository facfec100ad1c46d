package dev.precheck.spi;

/** A password that cannot be fetched. */
public final class SecretUnavailable extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param message which one, why and what to do, in full sentences that every caller may read;
   *     never the secret nor a part of it
   */
  public SecretUnavailable(String message) {
    super(message);
  }

  /** The same, with what only the log may show. */
  public SecretUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
