package dev.precheck.stub;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.precheck.guard.Conformity;
import dev.precheck.guard.Contract;
import dev.precheck.guard.ContractSuite;
import dev.precheck.guard.Exercised;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The stub does what the contract says. */
class ContractTest extends ContractSuite {

  private RunningStub stub;

  @BeforeAll
  void start() throws Exception {
    stub = RunningStub.start();
  }

  @AfterAll
  void stop() {
    stub.close();
  }

  static Stream<Arguments> answers() {
    return Contract.answers().stream().map(answer -> arguments((Object[]) answer.split(" ")));
  }

  /** Which its examples hold, so that a client's test can ask for any. */
  @ParameterizedTest
  @MethodSource
  void answers(String action, int status) {
    Map<String, String> headers = Map.of("Prefer", "code=" + status);
    Response answer =
        action.equals("WatchPreCheck")
            ? stub.request().headers(headers).get("/api/v2/WatchPreCheck?id=t_1")
            : stub.call(action, body(action), headers);

    assertThat(answer.statusCode()).isEqualTo(status);
    String path = "/api/v2/" + action;
    if (answer.contentType().startsWith("application/json")) {
      Conformity.answer(
          path,
          status,
          answer.contentType(),
          answer.headers().asList().stream()
              .collect(groupingBy(Header::getName, mapping(Header::getValue, toList()))),
          answer.asString());
    }
    Exercised.note(path, status);
  }

  private static String body(String name) {
    return Contract.actions().stream()
        .filter(action -> action.name().equals(name))
        .findFirst()
        .orElseThrow()
        .body()
        .toString();
  }

  @Override
  protected URI server() {
    return stub.uri();
  }

  @Override
  protected String authorization() {
    return RunningStub.AUTHORIZATION;
  }
}
