package dev.precheck.spi;

/**
 * The connection to a server, measured: what a small question takes, and what the server's clock
 * says meanwhile.
 *
 * @param encryption what the data source asks for
 * @param fastestMicros the fastest round trip in microseconds: the network, and as little of a busy
 *     machine as there is
 * @param medianMicros the median of all round trips
 * @param serverMillis the server's clock in milliseconds since 1970
 * @param aheadMillis how far it was ahead of the clock of the machine that Precheck runs on;
 *     negative if it was behind
 * @param certificateEnd until when the certificate is valid that the server has shown, in ISO 8601;
 *     empty if the connection is not encrypted
 */
public record Link(
    Encryption encryption,
    long fastestMicros,
    long medianMicros,
    long serverMillis,
    long aheadMillis,
    String certificateEnd) {

  public static final Facet<Link> FACET = new Facet<>("link", Link.class, Facet.Source.MEASUREMENT);

  /** What a data source asks of its connections. */
  public enum Encryption {
    /** They are not encrypted. */
    OFF,
    /** They are if the server offers it. */
    PREFERRED,
    /** They are, or there are none. */
    REQUIRED
  }
}
