package dev.precheck.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All bodies with one fault that an action's schema gives rise to: each required member missing and
 * null, each member wrong in every way, a member too many in each object. Members that the example
 * lacks are added where they stand, with what their objects need.
 */
final class WrongBodies {

  /** Deeper, objects of the contract repeat. */
  private static final int DEEPEST = 5;

  private static final String UNKNOWN = "no/such~member";

  private final ObjectNode example;
  private final List<WrongBody> bodies = new ArrayList<>();

  private WrongBodies(ObjectNode example) {
    this.example = example;
  }

  static List<WrongBody> of(Contract.Action action) {
    WrongBodies all = new WrongBodies(action.body());
    all.object("", action.schema(), action.body(), 0);
    return all.bodies;
  }

  private void object(String pointer, JsonNode schema, JsonNode value, int depth) {
    for (JsonNode required : schema.path("required")) {
      String member = required.asText();
      change(pointer, "missing", pointer + "/" + member, object -> object.remove(member));
      change(pointer, "null", pointer + "/" + member, object -> object.putNull(member));
    }
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      member(pointer, member.getKey(), Contract.resolve(member.getValue()), value, depth);
    }
    if (!schema.path("additionalProperties").asBoolean(true)) {
      ObjectNode body = example.deepCopy();
      ((ObjectNode) body.at(pointer)).put(UNKNOWN, 1);
      bodies.add(new WrongBody(pointer + "/no~1such~0member", "an unknown member", body, true));
    }
  }

  private void member(String pointer, String name, JsonNode schema, JsonNode value, int depth) {
    String there = pointer + "/" + name;
    WrongValues.of(schema)
        .forEach((fault, wrong) -> change(pointer, fault, there, o -> o.set(name, wrong)));
    JsonNode present = value.path(name);
    if (depth >= DEEPEST
        || !(present instanceof ContainerNode<?> container)
        || container.isEmpty()) {
      return;
    }
    if (present instanceof ArrayNode) {
      items(there, Contract.resolve(schema.path("items")), present.get(0), depth);
    } else if (schema.has("properties")) {
      object(there, schema, present, depth + 1);
    }
  }

  private void items(String pointer, JsonNode schema, JsonNode first, int depth) {
    WrongValues.of(schema)
        .forEach(
            (fault, wrong) -> {
              ObjectNode body = example.deepCopy();
              ((ArrayNode) body.at(pointer)).set(0, wrong);
              bodies.add(new WrongBody(pointer + "/0", fault, body, false));
            });
    if (schema.has("properties")) {
      object(pointer + "/0", schema, first, depth + 1);
    }
  }

  private interface Change {
    void make(ObjectNode object);
  }

  private void change(String owner, String fault, String pointer, Change change) {
    ObjectNode body = example.deepCopy();
    change.make((ObjectNode) body.at(owner));
    bodies.add(new WrongBody(pointer, fault, body, false));
  }
}
