package dev.precheck.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the contract says about an action beside its shape.
 *
 * @param action the name
 * @param requiredRole {@code x-required-role}: the least role that may call it
 * @param references the kind of thing that an id in the request is of, by the member: {@code
 *     x-refers-to}
 * @param looksItself members of which the action itself looks whose it is: {@code x-looked-up-by}
 */
public record ActionRules(
    String action, String requiredRole, Map<String, String> references, Set<String> looksItself) {

  public ActionRules {
    references = Map.copyOf(references);
    looksItself = Set.copyOf(looksItself);
  }

  static ActionRules of(JsonNode root, JsonNode operation) {
    Map<String, String> references = new LinkedHashMap<>();
    Set<String> itself = new LinkedHashSet<>();
    String schema =
        operation.at("/requestBody/content/application~1json/schema/$ref").asText("#/none");
    root.at(schema.substring(1))
        .path("properties")
        .properties()
        .forEach(member -> note(references, itself, member.getKey(), member.getValue()));
    operation
        .path("parameters")
        .forEach(
            parameter ->
                note(
                    references, itself, parameter.path("name").asText(), parameter.path("schema")));
    return new ActionRules(
        operation.path("x-oms-action").asText(),
        operation.path("x-required-role").asText(),
        references,
        itself);
  }

  private static void note(
      Map<String, String> references, Set<String> itself, String member, JsonNode schema) {
    if (schema.has("x-refers-to")) {
      references.put(member, schema.path("x-refers-to").asText());
      if (schema.path("x-looked-up-by").asText().equals("action")) {
        itself.add(member);
      }
    }
  }
}
