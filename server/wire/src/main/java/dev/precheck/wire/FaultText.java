package dev.precheck.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import dev.precheck.wire.error.Violation;
import java.util.ArrayList;
import java.util.List;

/** Says in a sentence what a schema objects to: what was found, and what is accepted. */
final class FaultText {

  private final JsonNode root;

  /**
   * Texts about a document's schemas.
   *
   * @param root the document
   */
  FaultText(JsonNode root) {
    this.root = root;
  }

  /** Of several faults at one place the lowest is told: a wrong type or length makes others. */
  static int rank(ValidationMessage message) {
    return switch (message.getType()) {
      case "type", "required" -> 0;
      case "minLength", "maxLength" -> 1;
      default -> 2;
    };
  }

  Violation violation(ValidationMessage message) {
    String pointer = message.getInstanceLocation().toString();
    return message.getType().equals("required")
        ? new Violation(pointer + "/" + message.getProperty(), "missing.")
        : new Violation(pointer, text(message));
  }

  private String text(ValidationMessage message) {
    JsonNode value = message.getInstanceNode();
    JsonNode schema = schema(message);
    boolean secret = schema.path("writeOnly").asBoolean();
    return switch (message.getType()) {
      case "type" -> found(value) + " was found; " + accepted(schema) + " is accepted.";
      case "enum" -> Quote.of(value) + " is not supported; " + oneOf(schema.path("enum")) + " is.";
      case "minimum", "maximum" -> Quote.of(value) + " is out of range; " + range(schema);
      case "minLength", "maxLength" -> length(value.asText(), schema);
      case "minItems", "maxItems" -> items(value.size(), schema);
      case "pattern" ->
          secret
              ? "does not have the form that is accepted."
              : PatternText.of(value.asText(), schema.path("pattern").asText());
      case "format" ->
          Quote.of(value) + " is no time; RFC 3339 is accepted, for example 2026-03-14T02:05:07Z.";
      default -> "is not accepted (" + message.getType() + ").";
    };
  }

  /** The schema whose keyword objects. */
  private JsonNode schema(ValidationMessage message) {
    String keyword = message.getSchemaLocation().getFragment().toString();
    return root.at(keyword.substring(0, keyword.lastIndexOf('/')));
  }

  private static String found(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      case STRING -> "a string";
      case NUMBER -> value.isIntegralNumber() ? "a whole number" : "a number";
      case BOOLEAN -> value.asText();
      default -> "null";
    };
  }

  static String accepted(JsonNode schema) {
    return switch (schema.path("type").asText()) {
      case "array" -> "an array";
      case "object" -> "an object";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      default -> "a string";
    };
  }

  private static String oneOf(JsonNode values) {
    List<String> names = new ArrayList<>();
    values.forEach(
        value -> {
          if (!value.isNull()) {
            names.add(value.asText());
          }
        });
    return "one of " + String.join(", ", names);
  }

  private static String range(JsonNode schema) {
    if (!schema.has("maximum")) {
      return "at least " + schema.path("minimum").asText() + " is accepted.";
    }
    if (!schema.has("minimum")) {
      return "at most " + schema.path("maximum").asText() + " is accepted.";
    }
    return schema.path("minimum").asText()
        + " to "
        + schema.path("maximum").asText()
        + " is accepted.";
  }

  private static String length(String value, JsonNode schema) {
    if (value.isEmpty()) {
      return "is empty; at least " + characters(schema.path("minLength").asInt()) + " needed.";
    }
    int length = value.codePointCount(0, value.length());
    return length < schema.path("minLength").asInt()
        ? "has " + length + " characters; at least " + schema.path("minLength") + " are needed."
        : "has " + length + " characters; at most " + schema.path("maxLength") + " are accepted.";
  }

  private static String characters(int count) {
    return count == 1 ? "1 character is" : count + " characters are";
  }

  private static String items(int size, JsonNode schema) {
    return size < schema.path("minItems").asInt()
        ? "has " + size + " entries; at least " + schema.path("minItems") + " are needed."
        : "has " + size + " entries; at most " + schema.path("maxItems") + " are accepted.";
  }
}
