package dev.precheck.stub.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * The findings of one item, which differ in the table that they are about.
 *
 * @param item the item as GetPreCheckResult shows it
 * @param rule what the scenario says about them: count, and optionally message and objectKind
 * @param example a finding of the contract, for the members that nothing else is known about
 */
public record FindingGroup(JsonNode item, JsonNode rule, ObjectNode example) {

  private static final String SCHEMA = "shop";

  int count() {
    return rule.path("count").asInt();
  }

  /** Whether a request's filters let these findings through. */
  boolean passes(JsonNode request) {
    return passes(request.path("itemName"), item.path("name"))
        && passes(request.path("endpointType"), item.path("endpointType"))
        && passes(request.path("code"), item.path("code"));
  }

  private static boolean passes(JsonNode wanted, JsonNode actual) {
    return !wanted.isTextual() || wanted.equals(actual);
  }

  /**
   * One of them.
   *
   * @param number from 1 to {@link #count}
   */
  ObjectNode finding(int number) {
    ObjectNode finding = example.deepCopy();
    for (String member : new String[] {"checkType", "endpointType", "role", "code"}) {
      finding.set(member, item.path(member));
    }
    String itemName = item.path("name").asText();
    finding.put("fingerprint", fingerprint(itemName + number));
    finding.put("itemName", itemName);
    finding.put("attempt", 1);
    finding.put("severity", severity(item.path("status").asText()));
    finding.put("remedy", item.path("advice").asText());
    finding.putArray("fixStatements");
    return aboutObject(finding, number);
  }

  private ObjectNode aboutObject(ObjectNode finding, int number) {
    ObjectNode arguments = finding.putObject("arguments");
    if (rule.path("objectKind").asText().equals("ENDPOINT")) {
      finding.put("objectKind", "ENDPOINT").putNull("objectName").putArray("objectPath");
      return finding.put("message", item.path("message").asText());
    }
    String table = String.format(Locale.ROOT, "table_%05d", number);
    String object = SCHEMA + "." + table;
    arguments.put("table", object);
    finding.put("objectKind", "TABLE").put("objectName", object);
    finding.putArray("objectPath").add(SCHEMA).add(table);
    return finding.put("message", rule.path("message").asText().replace("{object}", object));
  }

  private static String severity(String status) {
    return switch (status) {
      case "FAILED" -> "ERROR";
      case "WARNING" -> "WARNING";
      default -> "UNKNOWN";
    };
  }

  /** 32 hexadecimal digits, always the same for the same finding. */
  private static String fingerprint(String finding) {
    return UUID.nameUUIDFromBytes(finding.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }
}
