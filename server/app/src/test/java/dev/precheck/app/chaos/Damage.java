package dev.precheck.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.testkit.db.Fault;
import java.util.Map;

/** What a precheck may say whose source was struck in the middle of it. */
final class Damage {

  /** Of the statement that reads a source's keys, after others have been answered. */
  static final String KEYS = "pg_catalog.pg_index i";

  /** Why nothing is known of the keys then. */
  private static final Map<Fault, String> REASONS =
      Map.of(Fault.QUESTION_LOST, "TIMED_OUT", Fault.ANSWER_LOST, "TIMED_OUT", Fault.CUT, "ERROR");

  private Damage() {}

  /** Whether its source could be logged in to. */
  static boolean wasReached(JsonNode outcome) {
    JsonNode connection = Workload.items(outcome).get(0);
    assertThat(connection.get("checkType").asText()).isEqualTo("RDB_CONNECT");
    return connection.get("status").asText().equals("PASSED");
  }

  /** What was known before the fault stays, and what was asked then or later is not known. */
  static void assertStruck(JsonNode outcome, JsonNode expected, Fault fault) {
    JsonNode items = Workload.items(outcome);
    for (int number = 0; number < items.size(); number++) {
      JsonNode item = items.get(number);
      String check = item.get("checkType").asText();
      if (check.equals("RDB_PRIMARY_KEY") || !item.equals(Workload.items(expected).get(number))) {
        assertThat(check).isNotIn("RDB_CONNECT", "RDB_VERSION", "RDB_SCHEMA_EXIST");
        assertThat(item.get("status").asText()).as(check).isEqualTo("UNDETERMINED");
        assertThat(item.get("reasonCode").asText()).as(check).isEqualTo(REASONS.get(fault));
      }
    }
  }

  /** What could not be looked at is never passed unless it passes anyway. */
  static void assertNeverBetter(JsonNode outcome, JsonNode expected) {
    JsonNode items = Workload.items(outcome);
    assertThat(items.findValuesAsText("status"))
        .contains("UNDETERMINED")
        .doesNotContain("PENDING", "RUNNING");
    for (int number = 0; number < items.size(); number++) {
      if (items.get(number).get("status").asText().equals("PASSED")) {
        assertThat(Workload.items(expected).get(number).get("status").asText()).isEqualTo("PASSED");
      }
    }
  }
}
