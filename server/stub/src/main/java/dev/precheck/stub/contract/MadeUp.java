package dev.precheck.stub.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values made up from schemas: any that fit, the same for the same random numbers. */
public final class MadeUp {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Below this depth nulls and empty lists are preferred, so that recursion ends. */
  private static final int DEEP = 6;

  private static final int MANY = 3;
  private static final int ONE_IN = 4;
  private static final long SPAN = 1_000;

  private final JsonNode root;
  private final Random random;
  private final MadeUpText texts;

  /**
   * A source of values.
   *
   * @param root the document that references lead into
   */
  public MadeUp(JsonNode root, Random random) {
    this.root = root;
    this.random = random;
    texts = new MadeUpText(random);
  }

  /** A value that is not null, even where null would fit. */
  public JsonNode present(JsonNode schema) {
    return present(Document.resolve(root, schema), 0);
  }

  private JsonNode value(JsonNode reference, int depth) {
    JsonNode schema = Document.resolve(root, reference);
    boolean nothing = depth > DEEP || random.nextInt(ONE_IN) == 0;
    return schema.path("nullable").asBoolean() && nothing
        ? NODES.nullNode()
        : present(schema, depth);
  }

  private JsonNode present(JsonNode schema, int depth) {
    if (schema.has("enum")) {
      List<JsonNode> values = new ArrayList<>();
      schema.path("enum").forEach(value -> values.add(value));
      values.removeIf(JsonNode::isNull);
      return values.get(random.nextInt(values.size()));
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "integer" -> integer(schema);
      case "number" -> NODES.numberNode((double) integer(schema).asLong());
      default -> NODES.textNode(texts.text(schema));
    };
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = NODES.objectNode();
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      object.set(member.getKey(), value(member.getValue(), depth + 1));
    }
    JsonNode others = schema.path("additionalProperties");
    if (others.isObject() && schema.path("maxProperties").asInt(1) > 0) {
      object.set("name", value(others, depth + 1));
    }
    return object;
  }

  private ArrayNode array(JsonNode schema, int depth) {
    int least = schema.path("minItems").asInt(0);
    int most = Math.min(schema.path("maxItems").asInt(Integer.MAX_VALUE), least + MANY);
    int size = depth > DEEP ? least : least + random.nextInt(most - least + 1);
    ArrayNode array = NODES.arrayNode();
    for (int i = 0; i < size; i++) {
      array.add(value(schema.path("items"), depth + 1));
    }
    return array;
  }

  private JsonNode integer(JsonNode schema) {
    long least = schema.path("minimum").asLong(0);
    long most = Math.min(schema.path("maximum").asLong(Long.MAX_VALUE), least + SPAN);
    long value = least + random.nextInt((int) (most - least) + 1);
    return schema.path("format").asText().equals("int64")
        ? NODES.numberNode(value)
        : NODES.numberNode((int) value);
  }
}
