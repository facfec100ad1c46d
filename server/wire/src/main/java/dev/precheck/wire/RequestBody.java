package dev.precheck.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.micronaut.http.HttpRequest;

/** The body of a request after it was judged, for filters that come later. */
public final class RequestBody {

  private static final String ATTRIBUTE = "precheck.body";

  private RequestBody() {}

  static void keep(HttpRequest<?> request, JsonNode body) {
    request.setAttribute(ATTRIBUTE, body);
  }

  /** It as a tree; missing before it was judged, and of requests that have none. */
  public static JsonNode of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, JsonNode.class).orElse(MissingNode.getInstance());
  }
}
