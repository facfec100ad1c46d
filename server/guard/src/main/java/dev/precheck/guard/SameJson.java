package dev.precheck.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** JSON in one spelling, so that two texts that mean the same are equal. */
final class SameJson {

  private SameJson() {}

  /**
   * Without members that are null, numbers by their value, times as {@link Instant} writes them.
   */
  static JsonNode of(JsonNode value) {
    if (value.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      value.properties().stream()
          .filter(member -> !member.getValue().isNull())
          .forEach(member -> object.set(member.getKey(), of(member.getValue())));
      return object;
    }
    if (value.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> array.add(of(item)));
      return array;
    }
    if (value.isNumber()) {
      return DecimalNode.valueOf(value.decimalValue().stripTrailingZeros());
    }
    return value.isTextual() ? text(value.textValue()) : value;
  }

  private static TextNode text(String text) {
    try {
      return TextNode.valueOf(Instant.parse(text).toString());
    } catch (DateTimeParseException e) {
      return TextNode.valueOf(text);
    }
  }
}
