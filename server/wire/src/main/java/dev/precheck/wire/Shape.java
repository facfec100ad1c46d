package dev.precheck.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which members a schema knows, all the way down. JSON Schema's own {@code additionalProperties}
 * cannot tell what was meant and cannot be switched off for one of the wire forms.
 */
final class Shape {

  private final boolean closed;
  private final Map<String, Shape> members = new HashMap<>();
  private final Set<String> required = new HashSet<>();
  private Optional<Shape> items = Optional.empty();
  private final Optional<WholeNumber> wholeNumber;
  private final boolean nullable;
  private final String accepted;

  private Shape(JsonNode schema) {
    closed =
        schema.path("additionalProperties").isBoolean()
            && !schema.path("additionalProperties").asBoolean();
    wholeNumber = WholeNumber.of(schema);
    nullable = schema.path("nullable").asBoolean();
    accepted = FaultText.accepted(schema);
    schema.path("required").forEach(name -> required.add(name.asText()));
  }

  /**
   * The shape of a schema.
   *
   * @param root the document that references lead into
   */
  static Shape of(JsonNode schema, JsonNode root) {
    return of(schema, root, new HashMap<>());
  }

  private static Shape of(JsonNode schema, JsonNode root, Map<String, Shape> known) {
    String reference = schema.path("$ref").asText("");
    if (!reference.isEmpty()) {
      Shape there = known.get(reference);
      return there == null ? build(root.at(reference.substring(1)), root, known, reference) : there;
    }
    return build(schema, root, known, "");
  }

  private static Shape build(
      JsonNode schema, JsonNode root, Map<String, Shape> known, String reference) {
    Shape shape = new Shape(schema);
    if (!reference.isEmpty()) {
      // Before its members, which may refer back to it.
      known.put(reference, shape);
    }
    schema
        .path("properties")
        .properties()
        .forEach(member -> shape.members.put(member.getKey(), of(member.getValue(), root, known)));
    if (schema.has("items")) {
      shape.items = Optional.of(of(schema.path("items"), root, known));
    }
    return shape;
  }

  /** Whether other members than the known ones are a fault. */
  boolean isClosed() {
    return closed;
  }

  Map<String, Shape> members() {
    return members;
  }

  Optional<Shape> items() {
    return items;
  }

  /** What is wrong with null; empty if it may stand here. */
  Optional<String> nullFault() {
    return nullable ? Optional.empty() : Optional.of(refusedNull());
  }

  /**
   * What is wrong with null as a member; empty if it may stand there. Null says the same as leaving
   * a member out, so one that is required must not be null, whatever its schema allows elsewhere.
   */
  Optional<String> nullFault(String member) {
    return Optional.ofNullable(members.get(member))
        .flatMap(
            shape ->
                required.contains(member) ? Optional.of(shape.refusedNull()) : shape.nullFault());
  }

  private String refusedNull() {
    return "null was found; " + accepted + " is accepted.";
  }

  Optional<WholeNumber> wholeNumber() {
    return wholeNumber;
  }
}
