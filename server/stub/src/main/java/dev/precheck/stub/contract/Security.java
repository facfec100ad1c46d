package dev.precheck.stub.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a caller has to show. The stub looks whether it is there and has the right form; any name,
 * password, token or key will do.
 */
public final class Security {

  /** Where a caller's values are. */
  public interface Caller {
    /** A header's value; empty if there is none. */
    String header(String name);

    /** A query parameter's value; empty if there is none. */
    String query(String name);
  }

  private final List<List<JsonNode>> alternatives = new ArrayList<>();

  /** That of an operation: its own, else that of the document. */
  Security(JsonNode root, JsonNode operation) {
    JsonNode security =
        operation.has("security") ? operation.get("security") : root.path("security");
    for (JsonNode alternative : security) {
      List<JsonNode> schemes = new ArrayList<>();
      for (Map.Entry<String, JsonNode> scheme : alternative.properties()) {
        schemes.add(root.path("components").path("securitySchemes").path(scheme.getKey()));
      }
      alternatives.add(schemes);
    }
  }

  /** Whether anything has to be shown at all. */
  public boolean isOpen() {
    return alternatives.isEmpty() || alternatives.stream().anyMatch(List::isEmpty);
  }

  /** Whether one of the alternatives is met. */
  public boolean admits(Caller caller) {
    return isOpen()
        || alternatives.stream()
            .anyMatch(all -> all.stream().allMatch(scheme -> isShown(scheme, caller)));
  }

  /** The value of WWW-Authenticate: what a caller may show in the header Authorization. */
  public String challenge() {
    return String.join(
        ", ",
        alternatives.stream()
            .flatMap(List::stream)
            .filter(scheme -> !scheme.path("type").asText().equals("apiKey"))
            .map(scheme -> authScheme(scheme) + " realm=\"precheck\"")
            .distinct()
            .toList());
  }

  private static boolean isShown(JsonNode scheme, Caller caller) {
    if (scheme.path("type").asText().equals("apiKey")) {
      String name = scheme.path("name").asText();
      boolean inQuery = scheme.path("in").asText().equals("query");
      return !(inQuery ? caller.query(name) : caller.header(name)).isBlank();
    }
    String shown = caller.header("Authorization");
    String start = authScheme(scheme) + " ";
    return shown.length() > start.length()
        && Objects.equals(
            shown.substring(0, start.length()).toLowerCase(Locale.ROOT),
            start.toLowerCase(Locale.ROOT));
  }

  /** Basic as it is said; whatever else there is ends in a bearer token. */
  private static String authScheme(JsonNode scheme) {
    return scheme.path("scheme").asText().equalsIgnoreCase("basic") ? "Basic" : "Bearer";
  }
}
