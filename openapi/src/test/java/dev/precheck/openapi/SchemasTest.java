package dev.precheck.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.openapi.Contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the lint rules ask of schemas, for builds without node. */
class SchemasTest {
  private static final List<String> ENVELOPE =
      List.of(
          "success",
          "errorDetail",
          "code",
          "message",
          "advice",
          "requestId",
          "pageNumber",
          "pageSize",
          "totalCount",
          "cost",
          "data");

  static List<Operation> operations() {
    return Contract.operations();
  }

  @Test
  void everySchemaAndEveryPropertyIsDescribed() {
    JsonNode schemas = Contract.ROOT.at("/components/schemas");
    for (String name : Contract.names(schemas)) {
      walk(name, schemas.path(name), (where, schema) -> described(where, schema));
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void requestsAreClosedAndBounded(Operation operation) {
    walk(operation + "Request", operation.request().path("schema"), SchemasTest::strict);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void optionalMembersOfRequestsTakeNull(Operation operation) {
    walk(
        operation + "Request",
        operation.request().path("schema"),
        (where, schema) -> {
          List<String> optional = Contract.names(schema.path("properties"));
          optional.removeAll(texts(schema.path("required")));
          for (String name : optional) {
            JsonNode property = Contract.resolve(schema.path("properties").path(name));
            assertThat(property.path("nullable").asBoolean()).as(where + "." + name).isTrue();
          }
        });
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyAnswerIsTheEnvelopeAndHasAllMembers(Operation operation) {
    for (String status : operation.statuses()) {
      JsonNode reference = operation.answer(status).path("schema");
      JsonNode schema = Contract.resolve(reference);
      assertThat(Contract.names(schema.path("properties"))).isEqualTo(ENVELOPE);
      assertThat(Contract.resolve(schema.at("/properties/data")).path("nullable").asBoolean())
          .isTrue();
      walk(
          operation + " " + status,
          reference,
          (where, s) -> {
            if (isOfARequest(s)) {
              return;
            }
            assertThat(texts(s.path("required")))
                .as(where)
                .isEqualTo(Contract.names(s.path("properties")));
          });
    }
  }

  /** A plan that was given comes back as it was given. */
  private static boolean isOfARequest(JsonNode schema) {
    return !schema.path("additionalProperties").asBoolean(true);
  }

  private static void described(String where, JsonNode schema) {
    assertThat(schema.path("description").asText()).as(where).endsWith(".");
  }

  private static void strict(String where, JsonNode schema) {
    assertThat(Set.of("allOf", "oneOf", "anyOf", "not")).as(where).noneMatch(schema::has);
    boolean bounded =
        switch (schema.path("type").asText()) {
          case "object" -> schema.has("additionalProperties");
          case "array" -> schema.has("maxItems");
          case "string" -> schema.has("maxLength") || schema.has("enum");
          case "integer", "number" -> schema.has("minimum");
          default -> true;
        };
    assertThat(bounded).as(where).isTrue();
    assertThat(schema.path("additionalProperties").asBoolean(false)).as(where).isFalse();
  }

  /** Visits a schema and all schemas under it, references followed; none of ours is recursive. */
  private static void walk(String where, JsonNode node, BiConsumer<String, JsonNode> visit) {
    JsonNode schema = Contract.resolve(node);
    visit.accept(where, schema);
    for (String name : Contract.names(schema.path("properties"))) {
      walk(where + "." + name, schema.path("properties").path(name), visit);
    }
    if (schema.has("items")) {
      walk(where + "[]", schema.path("items"), visit);
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
