package dev.precheck.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The contract says what OMS's page on GetPreCheckResult (2025-10-21) shows, and only adds. */
class ReferencePageTest {
  private static final JsonNode PAGE =
      Contract.read("dev/precheck/openapi/oms-GetPreCheckResult.json");
  private static final Contract.Operation OPERATION = Contract.operation("GetPreCheckResult");

  @Test
  void theRequestIsThatOfThePage() {
    assertThat(OPERATION.request().at("/examples/byId/value").toString())
        .isEqualTo("{\"id\":\"t_57p****\"}");
  }

  @Test
  void theFinishedExampleHasEveryMemberOfThePageInItsOrder() {
    contains("", OPERATION.answer("200").at("/examples/finished/value"), PAGE);
  }

  /** Objects may have more members behind those of the page; everything else is the same. */
  private static void contains(String where, JsonNode ours, JsonNode page) {
    assertThat(ours.getNodeType()).as(where).isEqualTo(page.getNodeType());
    if (page.isObject()) {
      assertThat(Contract.names(ours)).as(where).startsWith(namesOf(page));
      Contract.names(page).forEach(n -> contains(where + "/" + n, ours.path(n), page.path(n)));
    } else if (page.isArray()) {
      assertThat(ours.size()).as(where).isEqualTo(page.size());
      for (int i = 0; i < page.size(); i++) {
        contains(where + "/" + i, ours.path(i), page.path(i));
      }
    } else {
      assertThat(ours.asText()).as(where).isEqualTo(page.asText());
    }
  }

  private static String[] namesOf(JsonNode object) {
    return Contract.names(object).toArray(new String[0]);
  }
}
