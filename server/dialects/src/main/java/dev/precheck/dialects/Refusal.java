package dev.precheck.dialects;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.spi.ConnectionAttempt.Stage;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** A connection that fails for what the data source says, mostly before it is even tried. */
final class Refusal extends SQLException {

  private static final long serialVersionUID = 1L;

  /**
   * A DNS name, with the underscore that some networks use, or an IPv4 address. Drivers read more
   * into a host: a comma separates several, and what follows a slash or a question mark are
   * options.
   */
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9._-]{0,252})");

  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[\\w.-]+)?");

  private final Stage stage;

  Refusal(Stage stage, String message) {
    super(message);
    this.stage = stage;
  }

  Refusal(Stage stage, String message, SQLException cause) {
    super(message, cause);
    this.stage = stage;
  }

  Stage stage() {
    return stage;
  }

  /**
   * The host of the endpoint.
   *
   * @throws Refusal if that is no DNS name and no address
   */
  static String host(ConnectionSpec spec) throws Refusal {
    String host = spec.endpoint().host();
    if (HOST.matcher(host).matches() || IPV6.matcher(host).matches()) {
      return host;
    }
    throw new Refusal(
        Stage.DNS,
        "\""
            + host
            + "\" is neither a host name nor an IP address. Enter the bare name, in its ASCII form,"
            + " without port, path or options.");
  }
}
