package dev.precheck.app.access;

import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** The token in a request, from either scheme that is accepted: Bearer (RFC 6750), Basic (7617). */
final class Credentials {

  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";

  private Credentials() {}

  /**
   * The token; of Basic, the password: its user name is not looked at.
   *
   * @throws ApiException UNAUTHENTICATED if there is none
   */
  static String token(HttpRequest<?> request) {
    List<String> headers = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
    if (headers.isEmpty()) {
      throw refuse("The request has no credentials.");
    }
    if (headers.size() > 1) {
      throw refuse("The header Authorization is there " + headers.size() + " times.");
    }
    String header = headers.get(0).strip();
    String scheme = header.toLowerCase(Locale.ROOT);
    if (scheme.startsWith(BEARER)) {
      return header.substring(BEARER.length()).strip();
    }
    if (scheme.startsWith(BASIC)) {
      return password(header.substring(BASIC.length()).strip());
    }
    throw refuse("The scheme of the header Authorization is neither Bearer nor Basic.");
  }

  private static String password(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      if (colon >= 0) {
        return pair.substring(colon + 1);
      }
    } catch (IllegalArgumentException e) {
      // Refused below; what was sent is repeated nowhere.
    }
    throw refuse("The header Authorization has no user and password in Base64 after Basic.");
  }

  static ApiException refuse(String why) {
    return new ApiException(ErrorCode.UNAUTHENTICATED, why);
  }
}
