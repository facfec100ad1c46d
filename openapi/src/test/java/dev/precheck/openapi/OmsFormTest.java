package dev.precheck.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of the OMS form says the same as the contract, but for what the form changes. */
class OmsFormTest {
  private static final JsonNode OMS = Contract.read("META-INF/precheck/precheck-oms.yaml");

  static List<Contract.Operation> operations() {
    return Contract.operations();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anOperationHasItsActionInTheQueryAndFailsWithStatus200(Contract.Operation operation) {
    JsonNode node = OMS.path("paths").path("/api/v2?Action=" + operation.action()).path("post");

    ObjectNode expected = operation.node().deepCopy();
    ((ObjectNode) expected.path("responses")).remove(List.of("400", "404", "409", "422"));
    assertThat(node).isEqualTo(expected);
  }

  @Test
  void thereIsNothingElseAmongThePaths() {
    assertThat(Contract.names(OMS.path("paths"))).hasSameSizeAs(operations());
  }

  @Test
  void onlyRequestsThatIgnoreMembersDiffer() {
    assertThat(OMS.path("components")).isEqualTo(opened(Contract.ROOT.path("components")));
  }

  @Test
  void theIntroductionSaysWhichFormItIs() {
    assertThat(OMS.at("/info/description").asText())
        .contains("This document describes the\nOMS form")
        .doesNotContain("describes the path form");
  }

  private static JsonNode opened(JsonNode node) {
    JsonNode copy = node.deepCopy();
    for (JsonNode parent : copy.findParents("additionalProperties")) {
      if (parent.path("additionalProperties").isBoolean()
          && !parent.path("additionalProperties").asBoolean()) {
        ((ObjectNode) parent).remove("additionalProperties");
      }
    }
    return copy;
  }
}
