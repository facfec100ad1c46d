package dev.precheck.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract against the last one that was released: callers of that one are served on. */
class CompatibilityTest {

  private static final Path BASELINE = Path.of("baseline", "precheck.yaml");
  private static final String SUBMIT = "/paths/~1api~1v2~1SubmitPreCheck/post";
  private static final String REQUEST = "/components/schemas/SubmitPreCheckRequest";
  private static final String DATA_SOURCE = "/components/schemas/CreateDataSourceRequest";
  private static final String ITEM = "/components/schemas/PreCheckItem";

  /** A change of the contract, in words and as it is made. */
  private record Change(String words, Consumer<ObjectNode> edit) {
    @Override
    public String toString() {
      return words;
    }
  }

  @Test
  void whoeverUsesTheReleasedContractIsServedOn() throws IOException {
    JsonNode released = new YAMLMapper().readTree(BASELINE.toFile());

    assertThat(
            Compatibility.mayBreak(released, Contract.ROOT)
                ? List.of()
                : Compatibility.breaks(released, Contract.ROOT))
        .as(
            "A breaking change needs a new major version (before 1.0: minor) in info.version, see"
                + " docs/contract-evolution.md.")
        .isEmpty();
  }

  static Stream<Change> breaking() {
    return Stream.of(
        new Change("an operation goes", c -> at(c, "/paths").remove("/api/v2/ListProjects")),
        new Change("it is called otherwise", c -> at(c, SUBMIT).put("operationId", "submit")),
        new Change("its class is another", c -> array(c, SUBMIT + "/tags").removeAll().add("x")),
        new Change(
            "a member must be sent", c -> array(c, DATA_SOURCE + "/required").add("database")),
        new Change("a member is not taken", c -> at(c, REQUEST + "/properties").remove("labelIds")),
        new Change(
            "it has to be shorter", c -> at(c, REQUEST + "/properties/name").put("maxLength", 3)),
        new Change("an answer lacks a member", c -> at(c, ITEM + "/properties").remove("name")),
        new Change("it may be left out", c -> array(c, ITEM + "/required").remove(0)),
        new Change(
            "it is of another type", c -> at(c, ITEM + "/properties/name").put("type", "integer")),
        new Change("a status is not described", c -> at(c, SUBMIT + "/responses").remove("200")),
        new Change("a schema is renamed", CompatibilityTest::rename),
        new Change(
            "a value is not taken",
            c -> array(c, "/components/schemas/EngineType/enum").remove(0)));
  }

  @ParameterizedTest
  @MethodSource("breaking")
  void whatBreaksIsNoticed(Change change) {
    ObjectNode changed = Contract.ROOT.deepCopy();
    change.edit().accept(changed);

    assertThat(Compatibility.breaks(Contract.ROOT, changed)).isNotEmpty();
  }

  static Stream<Change> additive() {
    return Stream.of(
        new Change("nothing", c -> {}),
        new Change("words", c -> at(c, SUBMIT).put("description", "Better words.")),
        new Change(
            "a member that need not be sent",
            c -> at(c, REQUEST + "/properties").putObject("more").put("type", "string")),
        new Change(
            "a member of an answer",
            c -> {
              at(c, ITEM + "/properties").putObject("more").put("type", "string");
              array(c, ITEM + "/required").add("more");
            }),
        new Change(
            "a value of an answer",
            c -> array(c, "/components/schemas/PreCheckItemStatus/enum").add("LATER")),
        new Change(
            "an operation",
            c ->
                at(c, "/paths")
                    .set("/api/v2/Later", at(c, SUBMIT.replace("/post", "")).deepCopy())));
  }

  @ParameterizedTest
  @MethodSource("additive")
  void whatOnlyAddsIsNoBreak(Change change) {
    ObjectNode changed = Contract.ROOT.deepCopy();
    change.edit().accept(changed);

    assertThat(Compatibility.breaks(Contract.ROOT, changed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.1.0, 0.1.1, false",
    "0.1.0, 0.2.0, true",
    "0.9.0, 1.0.0, true",
    "1.0.0, 1.1.0, false",
    "1.9.0, 2.0.0, true",
    "2.1.0, 1.9.0, false"
  })
  void onlyANewVersionMayBreak(String before, String after, boolean may) {
    assertThat(Compatibility.mayBreak(versioned(before), versioned(after))).isEqualTo(may);
  }

  private static void rename(ObjectNode contract) {
    ObjectNode schemas = at(contract, "/components/schemas");
    schemas.set("ItemState", schemas.remove("PreCheckItemStatus"));
    contract.findParents("$ref").stream()
        .filter(node -> node.path("$ref").asText().endsWith("/PreCheckItemStatus"))
        .forEach(node -> ((ObjectNode) node).put("$ref", "#/components/schemas/ItemState"));
  }

  private static JsonNode versioned(String version) {
    ObjectNode contract = Contract.ROOT.deepCopy();
    at(contract, "/info").put("version", version);
    return contract;
  }

  private static ObjectNode at(JsonNode contract, String pointer) {
    return (ObjectNode) contract.at(pointer);
  }

  private static ArrayNode array(JsonNode contract, String pointer) {
    return (ArrayNode) contract.at(pointer);
  }
}
