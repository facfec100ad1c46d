package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password goes in and is never seen again: not in an answer, not in the log, not on disk. */
class SecretsTest {

  /** Of {@link H2Shop#PASSWORD}, which all others here begin with. */
  private static final String CANARY = "canary-4711";

  private final List<String> answers = new ArrayList<>();

  @Test
  void thePasswordIsNowhereToBeFound(@TempDir Path directory) throws IOException, SQLException {
    Path data = directory.resolve("data");
    List<String> logged;
    try (LogCapture log = new LogCapture();
        H2Shop shop = new H2Shop("secret_shop", "create schema S");
        H2Shop store = new H2Shop("secret_store", "create schema S");
        TestService service = TestService.start(data, Map.of("precheck.allow-h2", true))) {
      use(service.api(), shop, store);
      logged = log.lines();
    }
    assertThat(answers).noneMatch(answer -> answer.contains(CANARY));
    assertThat(logged).noneMatch(line -> line.contains(CANARY));
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(CANARY);
      }
    }
  }

  private void use(Api api, H2Shop shop, H2Shop store) {
    String source = created(api, shop.dataSource("shop"));
    String sink = created(api, store.dataSource("store"));
    Map<String, Object> wrong = shop.dataSource("wrong-password");
    wrong.put("password", CANARY + "-wrong");
    String refused = created(api, wrong);

    Map<String, Object> misplaced = new HashMap<>(shop.dataSource("misplaced"));
    misplaced.remove("password");
    misplaced.put("pasword", CANARY);
    say(api.call("CreateDataSource", misplaced));
    misplaced.put("password", List.of(CANARY));
    say(api.call("CreateDataSource", misplaced));
    say(api.call(WireForm.PATH, "CreateDataSource", "{\"password\": \"" + CANARY + "\" x}"));
    say(api.call(WireForm.PATH, "CreateDataSource", "{\"password\": " + CANARY + "}"));
    say(
        api.call(
            "CreateMySqlDataSource",
            Map.of("name", "m", "type", "VPC", "ip", "h", "userName", "u", "password", CANARY)));
    say(api.call("UpdateDataSource", Map.of("id", source, "password", CANARY, "port", 1)));
    for (String id : List.of(source, refused)) {
      say(api.call("DescribeDataSource", Map.of("id", id)));
      say(api.call("TestDataSource", Map.of("id", id)));
    }
    say(api.call("ListDataSource", Map.of()));
    for (String from : List.of(source, refused)) {
      String precheck =
          api.id("SubmitPreCheck", Bodies.plan(from, sink, Bodies.tables("S", "S", "T")));
      say(ended(api, precheck));
      say(api.ok("ListPreCheckEvidence", Map.of("id", precheck, "pageSize", 100)));
    }
  }

  private String created(Api api, Map<String, Object> body) {
    Response response = api.call("CreateDataSource", body);
    say(response);
    return response.path("data");
  }

  private static Response ended(Api api, String id) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> api.ok("GetPreCheckResult", Map.of("id", id)),
            r -> r.path("data.finishTime") != null);
  }

  private void say(Response response) {
    answers.add(response.headers() + response.asString());
  }
}
