package dev.precheck.spi;

import java.util.Optional;

/**
 * What came of connecting to an endpoint.
 *
 * @param failure empty if the login worked and a statement was answered
 * @param millis how long the attempt took, in milliseconds
 */
public record ConnectionAttempt(Optional<Failure> failure, long millis) {

  public static final Facet<ConnectionAttempt> FACET =
      new Facet<>("connection", ConnectionAttempt.class, Facet.Source.CONNECTION);

  /** How far an attempt got before it failed. */
  public enum Stage {
    /** The password that the data source refers to cannot be fetched; nothing was connected to. */
    SECRET,
    /** The host name has no address. */
    DNS,
    /**
     * The address, host or port is one that this service may not connect to; nothing was dialled.
     */
    POLICY,
    /** No TCP connection: refused, filtered, or nobody speaks the protocol there. */
    TCP,
    /** No secure channel as the data source asks for it. */
    TLS,
    /** The server refuses the account, its password or the client's address. */
    AUTH,
    /** The account is accepted, the database is not there or not open to it. */
    DATABASE,
    /** Connected, but no statement is answered. */
    PROBE
  }

  /**
   * Why an attempt failed.
   *
   * @param vendorCode the server's or driver's own code, for example {@code 1045 (28000)}; empty if
   *     there is none
   * @param message what the server or the network said, without secrets
   */
  public record Failure(Stage stage, String vendorCode, String message) {}
}
