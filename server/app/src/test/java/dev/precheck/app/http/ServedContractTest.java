package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is served besides the actions: the contract, the page on it, health. */
class ServedContractTest {

  /** A file that the page, or a script of it, asks for. */
  private static final Pattern FILE = Pattern.compile("\"(?:/docs/|\\./)([^\"]+)\"");

  private static TestService service;

  @BeforeAll
  static void start(@TempDir Path directory) {
    service = TestService.start(directory.resolve("data"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void theContractIsServedAsItWasWritten() throws Exception {
    Response response = get("/openapi.yaml");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.contentType()).isEqualTo("application/yaml");
    assertThat(new YAMLMapper().readTree(response.asByteArray()).path("openapi").asText())
        .isEqualTo("3.0.3");
    Response again =
        service
            .api()
            .request()
            .header("If-None-Match", response.header("ETag"))
            .get("/openapi.yaml");
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void thePageNeedsNothingFromElsewhere() {
    Response page = get("/docs");

    assertThat(page.contentType()).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
    assertThat(page.asString()).doesNotContain("http://", "https://", "<script>");
    List<String> files =
        Stream.of(page.asString(), get("/docs/start.js").asString())
            .flatMap(text -> FILE.matcher(text).results())
            .map(found -> found.group(1))
            .toList();
    assertThat(files).contains("start.js", "actions.js", "page.css", "swagger-ui-bundle.js");
    for (String file : files) {
      assertThat(get("/docs/" + file).statusCode()).as(file).isEqualTo(200);
    }
    assertThat(get("/docs/../application.yml").statusCode()).isEqualTo(404);
    assertThat(get("/docs/nothing").<String>path("code")).isEqualTo("UNKNOWN_ACTION");
  }

  @Test
  void healthTellsNoDetails() {
    assertThat(get("/health").asString()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(get("/env").statusCode()).isEqualTo(404);
    assertThat(get("/beans").statusCode()).isEqualTo(404);
  }

  private static Response get(String path) {
    return service.api().request().get(path);
  }
}
