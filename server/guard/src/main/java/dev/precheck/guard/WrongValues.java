package dev.precheck.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Values that a schema refuses, each for another reason. */
final class WrongValues {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Longer texts and lists than these say nothing more, and cost time. */
  private static final int LONGEST = 100_000;

  /** One of them is outside of any pattern that means something. */
  private static final List<String> ODD = List.of("?", " ", "a b", "ä\u0000", "-", "…/…");

  private WrongValues() {}

  /** What is wrong, and a value that is wrong in just that way. */
  static Map<String, JsonNode> of(JsonNode schema) {
    Map<String, JsonNode> wrong = new LinkedHashMap<>();
    String type = schema.path("type").asText();
    otherTypes(type).forEach((name, value) -> wrong.put("of type " + name, value));
    if (schema.has("enum")) {
      wrong.put("an unknown word", JSON.textNode("NO_SUCH_WORD"));
    } else if (type.equals("string")) {
      texts(schema, wrong);
    }
    if (schema.has("minimum")) {
      BigDecimal minimum = schema.path("minimum").decimalValue();
      wrong.put("too small", JSON.numberNode(minimum.subtract(BigDecimal.ONE)));
    }
    if (schema.has("maximum")) {
      BigDecimal maximum = schema.path("maximum").decimalValue();
      wrong.put("too large", JSON.numberNode(maximum.add(BigDecimal.ONE)));
    }
    if (type.equals("integer")) {
      wrong.put("a fraction", JSON.numberNode(new BigDecimal("1.5")));
    }
    if (schema.path("minItems").asInt() > 0) {
      wrong.put("an empty list", JSON.arrayNode());
    }
    if (schema.has("maxItems") && schema.path("maxItems").asInt() < LONGEST) {
      wrong.put("too many", many(schema));
    }
    return wrong;
  }

  private static Map<String, JsonNode> otherTypes(String type) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    values.put("string", JSON.textNode("text"));
    values.put("integer", JSON.numberNode(7));
    values.put("boolean", JSON.booleanNode(true));
    values.put("array", JSON.arrayNode().add(1));
    values.put("object", JSON.objectNode().put("member", 1));
    values.remove(type.equals("number") ? "integer" : type);
    return values;
  }

  private static void texts(JsonNode schema, Map<String, JsonNode> wrong) {
    if (schema.path("minLength").asInt() > 0) {
      wrong.put("empty", JSON.textNode(""));
    }
    int longest = schema.path("maxLength").asInt(LONGEST);
    if (longest < LONGEST) {
      wrong.put("too long", JSON.textNode("x".repeat(longest + 1)));
    }
    if (schema.has("pattern")) {
      Pattern pattern = Pattern.compile(schema.path("pattern").asText());
      ODD.stream()
          .filter(text -> !pattern.matcher(text).find())
          .findFirst()
          .ifPresent(text -> wrong.put("against the pattern", JSON.textNode(text)));
    }
    if (schema.path("format").asText().equals("date-time")) {
      wrong.put("no time", JSON.textNode("yesterday"));
    }
  }

  private static ArrayNode many(JsonNode schema) {
    ArrayNode list = JSON.arrayNode();
    JsonNode item = Contract.resolve(schema.path("items"));
    for (int i = 0; i <= schema.path("maxItems").asInt(); i++) {
      switch (item.path("type").asText()) {
        case "integer" -> list.add(i);
        case "object" -> list.addObject();
        default -> list.add("x" + i);
      }
    }
    return list;
  }
}
