package dev.precheck.wire;

import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import io.micronaut.http.HttpRequest;
import java.util.List;

/** What callers are told who call something that is not there. */
public final class Refusals {

  /** The method that an action takes, for the header Allow (RFC 9110, 15.5.6). */
  static final String ALLOWED = "allowedMethod";

  private static final String PREFIX = ActionRewriter.ENDPOINT + "/";

  private Refusals() {}

  /** There is no such action. */
  public static ApiException unknownAction(String action, Contract contract) {
    List<String> near = Spelling.near(action, contract.actions());
    String meant = near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
    return new ApiException(
        ErrorCode.UNKNOWN_ACTION, "There is no action " + Quote.of(action) + "." + meant);
  }

  /** What is called is there, but not with this method. */
  public static ApiException otherMethod(HttpRequest<?> request, Contract contract) {
    ApiException failure =
        new ApiException(
            ErrorCode.METHOD_NOT_ALLOWED,
            "The method " + Quote.of(request.getMethodName()) + " is not supported here.");
    if (isStream(request, contract)) {
      return failure
          .with(ALLOWED, "GET")
          .advice("Send the request with GET and the id in the address.");
    }
    return request.getPath().startsWith(PREFIX) ? failure.with(ALLOWED, "POST") : failure;
  }

  static boolean isStream(HttpRequest<?> request, Contract contract) {
    return request.getPath().startsWith(PREFIX)
        && contract.isStream(request.getPath().substring(PREFIX.length()));
  }
}
