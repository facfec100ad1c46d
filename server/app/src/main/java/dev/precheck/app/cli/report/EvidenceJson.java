package dev.precheck.app.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precheck.engine.Evidence;
import dev.precheck.engine.Item;
import dev.precheck.engine.Sent;
import dev.precheck.spi.Role;
import dev.precheck.spi.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes what was asked of the databases as JSON, with the names of ListPreCheckEvidence. */
public final class EvidenceJson {

  private EvidenceJson() {}

  /** Each fact once, with the items that rest on it. */
  public static ArrayNode of(List<Asked> asked) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    asked.forEach(one -> fact(all.addObject(), one));
    return all;
  }

  private static void fact(ObjectNode json, Asked asked) {
    Evidence evidence = asked.evidence();
    json.put("endpointType", evidence.place().side() == Side.SOURCE ? "SOURCE" : "DEST");
    json.put("role", evidence.place().role() == Role.PRIMARY ? "MASTER" : "SLAVE");
    json.put("facet", evidence.facet());
    json.put("status", evidence.state().name());
    texts(json, "itemNames", asked.items().stream().map(Item::name).toList());
    Optional<Sent> sent = evidence.sent();
    json.put("statement", sent.map(Sent::statement).orElse(null));
    json.put("statementLength", sent.map(Sent::length).orElse(0));
    json.put("statementCount", sent.map(Sent::count).orElse(0));
    texts(json, "parameters", sent.map(Sent::parameters).orElse(List.of()));
    json.put("parameterCount", sent.map(Sent::parameterCount).orElse(0));
    json.put("startTime", evidence.startedAt().map(Instant::toString).orElse(null));
    json.put("cost", evidence.took().map(time -> time.toMillis() + " ms").orElse(null));
    json.put("rowCount", evidence.rowCount());
    texts(json, "sampleColumns", evidence.sample().columns());
    ArrayNode rows = json.putArray("sampleRows");
    for (List<String> row : evidence.sample().rows()) {
      ArrayNode values = rows.addArray();
      row.forEach(values::add);
    }
    json.put("failure", evidence.failure().orElse(null));
  }

  private static void texts(ObjectNode json, String name, List<String> texts) {
    ArrayNode array = json.putArray(name);
    texts.forEach(array::add);
  }
}
