package dev.precheck.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.wire.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks a body along its shape and notes what JSON Schema does not tell well. */
final class MemberWalk {

  private final int limit;
  private final List<Violation> unknown = new ArrayList<>();
  private final List<Violation> values = new ArrayList<>();

  /**
   * A walk.
   *
   * @param limit how many faults of a kind are noted
   */
  MemberWalk(int limit) {
    this.limit = limit;
  }

  /** Members that the contract does not have. */
  List<Violation> unknown() {
    return unknown;
  }

  /**
   * Numbers that are no integers of the right width, and nulls where none may be: the validator
   * lets those pass whose surroundings may be null.
   */
  List<Violation> values() {
    return values;
  }

  void visit(JsonNode value, Shape shape, String pointer) {
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        visitMember(member, shape, pointer);
      }
    } else if (value.isArray() && shape.items().isPresent()) {
      int index = 0;
      for (JsonNode item : value) {
        visit(item, shape.items().get(), pointer + "/" + index++);
      }
    } else {
      note(
          value.isNull()
              ? shape.nullFault()
              : shape.wholeNumber().flatMap(number -> number.fault(value)),
          pointer);
    }
  }

  private void note(Optional<String> fault, String pointer) {
    if (values.size() < limit) {
      fault.ifPresent(text -> values.add(new Violation(pointer, text)));
    }
  }

  private void visitMember(Map.Entry<String, JsonNode> member, Shape shape, String pointer) {
    String name = member.getKey();
    Shape known = shape.members().get(name);
    if (known != null && member.getValue().isNull()) {
      note(shape.nullFault(name), pointer + "/" + name);
    } else if (known != null) {
      visit(member.getValue(), known, pointer + "/" + name);
    } else if (shape.isClosed() && unknown.size() < limit) {
      String meant =
          Spelling.closest(name, shape.members().keySet())
              .map(closest -> "unknown member; did you mean `" + closest + "`?")
              .orElse("unknown member.");
      unknown.add(new Violation(pointer + "/" + escaped(name), meant));
    }
  }

  /** A name within a JSON Pointer, cut where it is absurdly long. */
  private static String escaped(String name) {
    String shown = name.length() > 200 ? name.substring(0, 200) + "…" : name;
    return shown.replace("~", "~0").replace("/", "~1");
  }
}
