package dev.precheck.stub.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.precheck.stub.contract.Document;
import dev.precheck.stub.contract.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes scenarios of their files and the contract's examples. */
final class ScenarioReader {

  private static final YAMLMapper YAML = new YAMLMapper();

  private final Document document;

  ScenarioReader(Document document) {
    this.document = document;
  }

  Scenario read(String name) {
    JsonNode file = file(name);
    List<ObjectNode> items = new ArrayList<>();
    List<FindingGroup> findings = new ArrayList<>();
    JsonNode known = file("items");
    file.path("items").fieldNames().forEachRemaining(item -> refuseUnknown(name, item, known));
    for (Map.Entry<String, JsonNode> item : known.properties()) {
      JsonNode changes = file.path("items").path(item.getKey());
      ObjectNode whole = item(item, changes);
      items.add(whole);
      if (changes.has("findings")) {
        findings.add(new FindingGroup(whole, changes.path("findings"), exampleFinding()));
      }
    }
    List<JsonNode> steps = new StepWriter(envelope()).steps(items, file.path("running").asInt(1));
    List<Template> templates = steps.stream().map(Template::ofEnvelope).toList();
    return new Scenario(name, file.path("summary").asText(), steps, templates, findings);
  }

  private static void refuseUnknown(String scenario, String item, JsonNode known) {
    if (!known.has(item)) {
      throw new IllegalStateException(
          scenario + ".yaml changes an item that is not there: " + item);
    }
  }

  /** From the contract's example, the item's own description, and what the scenario changes. */
  private ObjectNode item(Map.Entry<String, JsonNode> described, JsonNode changes) {
    ObjectNode item = envelope().at("/data/preCheckResults/0").deepCopy();
    item.put("name", described.getKey());
    item.setAll((ObjectNode) described.getValue());
    if (!changes.isMissingNode()) {
      item.setAll((ObjectNode) changes);
      item.remove("findings");
      item.put("findingCount", changes.path("findings").path("count").asInt());
    }
    return item.set("judgedStatus", item.path("status"));
  }

  private ObjectNode envelope() {
    return usual("GetPreCheckResult").deepCopy();
  }

  private ObjectNode exampleFinding() {
    return usual("ListPreCheckFindings").at("/data/0").deepCopy();
  }

  private JsonNode usual(String action) {
    return document
        .operation(action)
        .orElseThrow(() -> new IllegalStateException("The contract has no " + action + "."))
        .usual()
        .value();
  }

  private static JsonNode file(String name) {
    String path = "scenarios/" + name + ".yaml";
    try (InputStream in = ScenarioReader.class.getResourceAsStream("/dev/precheck/stub/" + path)) {
      return YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read.", e);
    }
  }
}
