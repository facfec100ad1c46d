package dev.precheck.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precheck.client.plain.PrecheckException;
import dev.precheck.client.plain.WireForm;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the generated Java client says of a server is what the server says; extend it with one that
 * is running and has nothing in it. All bodies are made from the contract.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ClientSuite {

  private static final String JSON = "application/json";

  /** Where the server is, such as {@code http://127.0.0.1:8080}. */
  protected abstract URI server();

  /** The header Authorization of someone with the role admin. */
  protected abstract String authorization();

  static Stream<Arguments> actions() {
    return Contract.actions().stream()
        .flatMap(action -> Stream.of(WireForm.values()).map(form -> Arguments.of(action, form)));
  }

  @ParameterizedTest
  @MethodSource("actions")
  public void nothingIsLostOnTheWayThroughTheClient(Contract.Action action, WireForm form)
      throws Exception {
    Object request = GeneratedClient.request(action, action.body()).orElseThrow();
    // Twice, for the first may change what the second meets.
    Caller caller = new Caller(server(), authorization());
    caller.path(action, action.body().toString(), JSON);
    JsonNode expected = caller.path(action, action.body().toString(), JSON).json();

    try {
      JsonNode answer = new GeneratedClient(server(), authorization(), form).call(action, request);
      assertThat(comparable(answer)).isEqualTo(comparable(expected));
    } catch (PrecheckException refusal) {
      assertThat(refusal.code()).isEqualTo(expected.path("code").asText());
      assertThat(refusal.reason()).isEqualTo(expected.path("message").asText());
      assertThat(refusal.advice()).contains(expected.path("advice").asText());
      assertThat(refusal.requestId()).isPresent();
      assertThat(refusal.violations()).isEmpty();
    }
  }

  /** Without what is another at each call: that of a call that makes something is its id. */
  private static JsonNode comparable(JsonNode answer) {
    ObjectNode same = ((ObjectNode) answer.deepCopy()).without(List.of("requestId", "cost"));
    return SameJson.of(same.path("data").isTextual() ? same.put("data", "an id") : same);
  }

  @ParameterizedTest
  @MethodSource("actions")
  public void whatTheClientCanSayWrongIsToldWhereItIs(Contract.Action action, WireForm form)
      throws Exception {
    GeneratedClient client = new GeneratedClient(server(), authorization(), form);
    List<String> wrong = new ArrayList<>();
    int sent = 0;
    for (WrongBody body : WrongBodies.of(action)) {
      Optional<Object> request = GeneratedClient.request(action, body.body());
      if (request.isPresent()) {
        sent++;
        refusal(client, action, body, request.get()).ifPresent(wrong::add);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(sent).as("wrong bodies that the client can send").isPositive();
  }

  /** What is not as it should be about the refusal of a body. */
  private static Optional<String> refusal(
      GeneratedClient client, Contract.Action action, WrongBody body, Object request)
      throws Exception {
    try {
      return Optional.of(body + ": " + client.call(action, request));
    } catch (PrecheckException refusal) {
      boolean told =
          refusal.code().equals("PARAM_ERROR")
              && refusal.violations().stream()
                  .anyMatch(violation -> violation.getPointer().startsWith(body.pointer()));
      return told ? Optional.empty() : Optional.of(body + ": " + refusal);
    }
  }
}
