package dev.precheck.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The contract as it lies on the class path. */
final class Contract {

  static final String YAML = read();
  private static final JsonNode ROOT = parse();

  private Contract() {}

  /**
   * An action, and what it takes.
   *
   * @param path {@code /api/v2/<action>}
   * @param schema of its body
   * @param body one that fits: the first example
   */
  record Action(String name, String path, JsonNode schema, ObjectNode body) {

    @Override
    public String toString() {
      return name;
    }
  }

  /** All actions but those that are read as a stream. */
  static List<Action> actions() {
    return ROOT.path("paths").properties().stream()
        .filter(path -> path.getValue().has("post"))
        .map(path -> action(path.getKey(), path.getValue().path("post")))
        .toList();
  }

  private static Action action(String path, JsonNode operation) {
    JsonNode media = operation.at("/requestBody/content/application~1json");
    JsonNode example = resolve(media.path("examples").elements().next()).path("value");
    return new Action(
        operation.path("x-oms-action").asText(),
        path,
        resolve(media.path("schema")),
        (ObjectNode) example);
  }

  /** What stands under a path; missing if there is none. */
  static JsonNode path(String path) {
    return ROOT.path("paths").path(path);
  }

  /** Follows a reference inside the document, through further ones. */
  static JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? resolve(ROOT.at(node.path("$ref").asText().substring(1))) : node;
  }

  private static String read() {
    try (InputStream in =
        Contract.class.getClassLoader().getResourceAsStream("META-INF/precheck/precheck.yaml")) {
      if (in == null) {
        throw new IllegalStateException("The contract is not on the class path.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse() {
    try {
      return new YAMLMapper().readTree(YAML);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
