package dev.precheck.stub;

import static dev.precheck.stub.RunningStub.GET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precheck.stub.contract.Example;
import dev.precheck.stub.contract.Operation;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the header Prefer does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreferenceTest {

  private static final JsonMapper JSON = new JsonMapper();

  private RunningStub stub;

  @BeforeAll
  void start() throws Exception {
    stub = RunningStub.start();
  }

  @AfterAll
  void stop() {
    stub.close();
  }

  /** An example of an answer, and a body that the operation takes. */
  record Case(Operation operation, Example example, String body) {
    @Override
    public String toString() {
      return operation.action() + " " + example.status() + " " + example.name();
    }
  }

  Stream<Case> examples() {
    return stub.document().operations().stream()
        .filter(operation -> operation.method().equals("POST"))
        .flatMap(
            operation ->
                operation.answers().values().stream()
                    .flatMap(List::stream)
                    .map(example -> new Case(operation, example, body(operation.action()))));
  }

  private String body(String action) {
    return stub.document()
        .root()
        .at("/paths/~1api~1v2~1" + action + "/post/requestBody/content/application~1json/examples")
        .iterator()
        .next()
        .path("value")
        .toString();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleCanBeHadOnBothForms(Case wanted) throws Exception {
    int status = wanted.example().status();
    String prefer = "code=" + status + ", example=" + wanted.example().name();
    Response path = stub.call(wanted.operation().action(), wanted.body(), prefer);
    Response oms = stub.callOms(wanted.operation().action(), wanted.body(), prefer);

    assertThat(path.statusCode()).isEqualTo(status);
    assertThat(oms.statusCode())
        .isEqualTo(List.of(400, 404, 409, 422).contains(status) ? 200 : status);
    for (Response answer : List.of(path, oms)) {
      ObjectNode expected = wanted.example().value().deepCopy();
      expected.put("requestId", answer.header("X-Request-Id"));
      expected.put("cost", answer.<String>path("cost"));
      assertThat(JSON.readTree(answer.asString())).isEqualTo(expected);
      assertThat(answer.<String>path("cost")).matches("[0-9]+ ms");
      assertThat(answer.header("Preference-Applied")).isEqualTo(prefer);
      assertThat(answer.header("Retry-After"))
          .isEqualTo(wanted.example().headers().get("Retry-After"));
    }
  }

  @Test
  void withoutPreferencesTheLowestSuccessIsAnswered() {
    Response answer = stub.call("GetPreCheckResult", GET);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.<String>path("data.projectStatus")).isEqualTo("FINISHED");
    assertThat(answer.header("Preference-Applied")).isNull();
    assertThat(answer.contentType()).isEqualTo("application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "example=running, 200, RUNNING",
    "EXAMPLE=running, 200, FINISHED",
    "'code=\"200\"; example=\"failed\"', 200, FAILED",
    "'respond-async, example=running', 200, RUNNING",
    "dynamic=false, 200, FINISHED"
  })
  void preferencesAreReadAsTheRfcWritesThem(String prefer, int status, String shown) {
    Response answer = stub.call("GetPreCheckResult", GET, prefer);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.<String>path("data.projectStatus")).isEqualTo(shown);
  }

  @Test
  void aNamedExampleBringsItsStatus() {
    Response answer = stub.call("GetPreCheckResult", GET, "example=unknownPreCheck");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.<String>path("code")).isEqualTo("PRECHECK_NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource({
    "code=418, '200, 400, 401, 404, 413, 415, 429, 500, 503'",
    "code=abc, 100 to 599",
    "example=nonsense, '404: unknownPreCheck, deletedPreCheck, unknownAttempt'",
    "'code=404, example=finished', 'unknownPreCheck, deletedPreCheck, unknownAttempt'",
    "'dynamic=true, seed=x', whole number",
    "delay=60001, 0 to 60000",
    "fault=sleepy, 'busy, unavailable, reset, truncated'"
  })
  void whatCannotBeMetIsRefusedWithWhatThereIs(String prefer, String there) {
    for (Response answer :
        List.of(
            stub.call("GetPreCheckResult", GET, prefer),
            stub.callOms("GetPreCheckResult", GET, prefer))) {
      assertThat(answer.statusCode()).isEqualTo(406);
      assertThat(answer.<String>path("code")).isEqualTo("NOT_ACCEPTABLE");
      assertThat(answer.<String>path("message")).contains("cannot be met").contains(there);
      assertThat(answer.<String>path("advice")).contains("/__stub");
    }
  }

  @Test
  void dynamicDataIsTheSameForTheSameSeedAndOtherwiseNot() {
    String seven = dynamic("dynamic=true, seed=7");
    assertThat(dynamic("dynamic=true, seed=7")).isEqualTo(seven);
    assertThat(dynamic("dynamic=true, seed=8")).isNotEqualTo(seven);
    assertThat(dynamic("dynamic=true")).isNotEqualTo(dynamic("dynamic=true"));
  }

  private String dynamic(String prefer) {
    Response answer = stub.call("GetPreCheckResult", GET, prefer);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.<Map<String, Object>>path("data").toString();
  }

  @Test
  void anAnswerCanBeDelayed() {
    Response answer = stub.call("GetPreCheckResult", GET, "delay=120");
    String cost = answer.path("cost");
    assertThat(Integer.parseInt(cost.substring(0, cost.indexOf(' ')))).isGreaterThanOrEqualTo(119);
  }
}
