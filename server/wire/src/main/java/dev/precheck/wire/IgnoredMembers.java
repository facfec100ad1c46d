package dev.precheck.wire;

import io.micronaut.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Names in a header the members that were not understood. */
final class IgnoredMembers {

  static final String HEADER = "X-Precheck-Ignored-Members";

  private static final String ATTRIBUTE = "precheck.ignored";
  private static final int MAX_NAMES = 20;
  private static final int MAX_LENGTH = 4_096;

  private IgnoredMembers() {}

  /** Keeps them for the answer. */
  static void note(HttpRequest<?> request, List<String> pointers) {
    if (!pointers.isEmpty()) {
      request.setAttribute(ATTRIBUTE, header(pointers));
    }
  }

  static Optional<String> of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, String.class);
  }

  /** At most 20, and never so long that a client would refuse the header. */
  static String header(List<String> pointers) {
    StringBuilder header = new StringBuilder();
    for (String pointer : pointers.subList(0, Math.min(MAX_NAMES, pointers.size()))) {
      String name = encoded(pointer);
      if (header.length() + name.length() + 1 > MAX_LENGTH) {
        break;
      }
      header.append(header.isEmpty() ? "" : ",").append(name);
    }
    return header.toString();
  }

  /** Line breaks, commas and whatever else a header cannot hold are percent-encoded. */
  private static String encoded(String pointer) {
    return URLEncoder.encode(pointer, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2F", "/")
        .replace("%7E", "~");
  }
}
