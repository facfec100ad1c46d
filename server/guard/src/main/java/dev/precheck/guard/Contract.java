package dev.precheck.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The contract as it lies on the class path. */
public final class Contract {

  static final String YAML = read();
  private static final JsonNode ROOT = parse();

  private Contract() {}

  /**
   * An action, and what it takes.
   *
   * @param path {@code /api/v2/<action>}
   * @param tag that it belongs to
   * @param operation its name in generated code
   * @param schema of its body
   * @param body one that fits: the first example
   */
  public record Action(
      String name, String path, String tag, String operation, JsonNode schema, ObjectNode body) {

    @Override
    public String toString() {
      return name;
    }
  }

  /** All actions but those that are read as a stream. */
  public static List<Action> actions() {
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
        operation.path("tags").path(0).asText(),
        operation.path("operationId").asText(),
        resolve(media.path("schema")),
        (ObjectNode) example);
  }

  /** Each answer that any operation may give, as {@link #answer} says it. */
  public static Set<String> answers() {
    Set<String> answers = new TreeSet<>();
    ROOT.path("paths")
        .properties()
        .forEach(
            path ->
                operation(path.getKey())
                    .path("responses")
                    .fieldNames()
                    .forEachRemaining(
                        status -> answers.add(answer(path.getKey(), Integer.parseInt(status)))));
    return answers;
  }

  /** An operation and a status in one line. */
  static String answer(String path, int status) {
    return path.substring(path.lastIndexOf('/') + 1) + " " + status;
  }

  /** The one operation of a path; missing if there is no such path. */
  static JsonNode operation(String path) {
    JsonNode there = path(path);
    return there.has("get") ? there.path("get") : there.path("post");
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
