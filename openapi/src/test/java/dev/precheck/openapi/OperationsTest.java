package dev.precheck.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.openapi.Contract.Operation;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the lint rules ask of operations, for builds without node. */
class OperationsTest {

  /** Ids of the caller's cloud, and conditions of lists, which find nothing in other tenants. */
  private static final Set<String> NO_REFERENCES =
      Set.of(
          "CreateMySqlDataSource.instanceId",
          "CreateMySqlDataSource.vpcId",
          "CreateMySqlDataSource.dgInstanceId",
          "ListPreChecks.projectId",
          "ListPreChecks.dataSourceId");

  static List<Operation> operations() {
    return Contract.operations();
  }

  @Test
  void theDocumentIsOpenApi303() {
    SwaggerParseResult result =
        new OpenAPIParser().readLocation(Contract.RESOURCE, null, new ParseOptions());
    assertThat(result.getMessages()).isEmpty();
    assertThat(Contract.ROOT.path("openapi").asText()).isEqualTo("3.0.3");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void pathActionAndOperationIdAreOneName(Operation operation) {
    String action = operation.action();
    assertThat(operation.path()).isEqualTo("/api/v2/" + action);
    assertThat(Contract.names(Contract.ROOT.path("paths").path(operation.path())))
        .containsExactly("post");
    assertThat(text(operation, "x-oms-action")).isEqualTo(action);
    assertThat(text(operation, "operationId"))
        .isEqualTo(Character.toLowerCase(action.charAt(0)) + action.substring(1));
    assertThat(operation.request().at("/schema/$ref").asText()).endsWith("/" + action + "Request");
    assertThat(operation.answer("200").at("/schema/$ref").asText())
        .endsWith("/" + action + "Response");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationIsExplained(Operation operation) {
    assertThat(text(operation, "summary")).isNotBlank().doesNotEndWith(".");
    assertThat(text(operation, "description").strip()).endsWith(".");
    assertThat(text(operation, "x-since")).matches("[0-9]+\\.[0-9]+\\.[0-9]+");
    assertThat(operation.node().path("tags")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyAnswerAndTheRequestHaveExamples(Operation operation) {
    assertThat(operation.request().path("examples")).isNotEmpty();
    assertThat(operation.statuses()).contains("200", "400", "413", "415", "500");
    for (String status : operation.statuses()) {
      JsonNode answer = operation.answer(status);
      assertThat(answer.path("examples")).as(status).isNotEmpty();
      if (!status.equals("200")) {
        assertThat(answer.at("/schema/$ref").asText()).endsWith("/ErrorResponse");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationSaysWhoMayCallIt(Operation operation) {
    String role = text(operation, "x-required-role");
    assertThat(role).isIn("viewer", "operator", "admin");
    assertThat(operation.statuses()).contains("401", "429");
    // Every caller has the least role.
    assertThat(operation.statuses().contains("403")).isEqualTo(!role.equals("viewer"));
  }

  /** By which the service tells whether the caller's tenant owns what is meant. */
  @ParameterizedTest
  @MethodSource("operations")
  void everyIdInARequestSaysWhatItRefersTo(Operation operation) {
    String schema = "/components/schemas/" + operation.action() + "Request/properties";
    assertThat(Contract.ROOT.at(schema).properties())
        .filteredOn(member -> member.getKey().equals("id") || member.getKey().endsWith("Id"))
        .filteredOn(member -> !NO_REFERENCES.contains(operation.action() + "." + member.getKey()))
        .allSatisfy(
            member ->
                assertThat(member.getValue().path("x-refers-to").asText())
                    .isIn("PreCheck", "DataSource", "Project", "ApiToken"));
  }

  @Test
  void noTagHasMoreThanEightOperations() {
    assertThat(
            operations().stream()
                .collect(Collectors.groupingBy(o -> o.node().path("tags"), Collectors.counting()))
                .values())
        .allMatch(size -> size <= 8);
  }

  private static String text(Operation operation, String member) {
    return operation.node().path(member).asText();
  }
}
