package dev.precheck.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.precheck.wire.Contract;
import java.io.IOException;
import java.util.function.Consumer;

/** Versions of the contract that somebody has edited. */
final class Contracts {

  static final String GET_RESULT = "/paths/~1api~1v2~1GetPreCheckResult/post";
  static final String FINISHED =
      GET_RESULT + "/responses/200/content/application~1json/examples/finished/value";

  private static final YAMLMapper YAML = new YAMLMapper();

  private Contracts() {}

  /** The contract of this version after a change. */
  static byte[] changed(Consumer<JsonNode> change) throws IOException {
    JsonNode root = Contract.bundled().root().deepCopy();
    change.accept(root);
    return YAML.writeValueAsBytes(root);
  }

  /** Changes one member of an object. */
  static byte[] changed(String pointer, String member, String value) throws IOException {
    return changed(root -> object(root, pointer).put(member, value));
  }

  static ObjectNode object(JsonNode root, String pointer) {
    return (ObjectNode) root.at(pointer);
  }
}
