package dev.precheck.app.cli.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Side;
import java.util.List;

/** The catalogue as JSON, with the members that the contract gives a CheckType. */
public final class CatalogueJson {

  private CatalogueJson() {}

  public static ArrayNode list(List<CheckType> types) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    types.forEach(type -> list.add(one(type)));
    return list;
  }

  public static ObjectNode one(CheckType type) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("checkType", type.id());
    json.put("title", type.title());
    json.put("condition", type.condition());
    json.put("why", type.why());
    json.put("when", when(type));
    ArrayNode sides = json.putArray("sides");
    type.sides().stream().sorted().forEach(side -> sides.add(endpointType(side)));
    json.put("severity", type.severity().name());
    json.put("skippable", type.skippable());
    json.put("removable", type.removable());
    json.put("skipConsequence", type.skipConsequence().orElse(null));
    ArrayNode problems = json.putArray("problems");
    type.problems().forEach(problem -> problems.add(problem(problem)));
    return json;
  }

  /** The end of a sentence that begins with "Applies". */
  private static String when(CheckType type) {
    return type.applies().replaceFirst("^Applies ", "").replaceFirst("\\.$", "");
  }

  private static String endpointType(Side side) {
    return side == Side.SOURCE ? "SOURCE" : "DEST";
  }

  private static ObjectNode problem(Problem problem) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("code", problem.code())
        .put("severity", problem.severity().name())
        .put("message", problem.message())
        .put("remedy", problem.remedy());
  }
}
