package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.precheck.wire.Contract;
import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each action, with the examples of its contract, does the same in both wire forms. */
class BothFormsTest {

  private static TestService service;

  @BeforeAll
  static void start(@TempDir Path directory) {
    service = TestService.start(directory.resolve("data"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** A request of the contract. */
  record Example(String action, String name, ObjectNode body) {

    /** Names of data sources are unique, so each form takes one of its own. */
    String text(WireForm form) {
      ObjectNode own = body.deepCopy();
      if (own.has("name")) {
        own.put("name", name + "-" + form);
      }
      own.remove("partnerId");
      return own.toString();
    }

    @Override
    public String toString() {
      return action + " " + name;
    }
  }

  static Stream<Example> examples() throws IOException {
    JsonNode root =
        new YAMLMapper()
            .readTree(BothFormsTest.class.getClassLoader().getResourceAsStream(Contract.RESOURCE));
    return root.path("paths").properties().stream()
        .map(path -> path.getValue().path("post"))
        .flatMap(BothFormsTest::examples);
  }

  private static Stream<Example> examples(JsonNode operation) {
    return operation.at("/requestBody/content/application~1json/examples").properties().stream()
        .map(
            example ->
                new Example(
                    operation.path("x-oms-action").asText(),
                    example.getKey(),
                    (ObjectNode) example.getValue().path("value")));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void bothFormsDoTheSame(Example example) {
    Api api = service.api();
    Response path = api.call(WireForm.PATH, example.action(), example.text(WireForm.PATH));
    Response oms = api.call(WireForm.ACTION, example.action(), example.text(WireForm.ACTION));

    assertThat(oms.statusCode()).isEqualTo(200);
    assertThat(oms.<Boolean>path("success")).isEqualTo(path.<Boolean>path("success"));
    assertThat(oms.<String>path("code")).isEqualTo(path.path("code"));
    assertThat(oms.<String>path("message")).isEqualTo(path.path("message"));
    assertThat(oms.header("X-Precheck-Ignored-Members")).isNull();
  }
}
