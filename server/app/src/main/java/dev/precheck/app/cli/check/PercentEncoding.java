package dev.precheck.app.cli.check;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Names within a URI. */
final class PercentEncoding {

  private PercentEncoding() {}

  /**
   * The name, in which {@code %40} stood for {@code @}.
   *
   * @throws IllegalArgumentException if two hexadecimal digits do not follow a percent sign
   */
  static String decode(String encoded) {
    try {
      // Only forms take a plus for a space; here it is one of the name's characters.
      return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "A % in a name must be followed by two hexadecimal digits; a % itself is written %25.",
          e);
    }
  }
}
