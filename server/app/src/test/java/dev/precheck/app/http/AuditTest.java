package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.app.identity.AccessRole;
import dev.precheck.app.store.StoreKind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who did what to which object. */
@ParameterizedClass
@EnumSource
class AuditTest {

  private final StoreKind kind;
  private Guarded guarded;
  private String admin;
  private String operator;

  AuditTest(StoreKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void start(@TempDir Path directory) {
    guarded = new Guarded(kind, directory.resolve("data"), Map.of());
    admin = guarded.token("default", AccessRole.ADMIN);
    operator = guarded.token("default", AccessRole.OPERATOR);
  }

  @AfterEach
  void stop() {
    guarded.close();
  }

  private static Map<String, Object> dataSource() {
    return new HashMap<>(
        Map.of(
            "name", "shop",
            "type", "MYSQL",
            "host", "db.example.com",
            "userName", "precheck",
            "password", "canary-in-a-request"));
  }

  private JsonNode events(Map<String, ?> query) {
    return guarded.ok(admin, "ListAuditEvents", query).path("data");
  }

  @Test
  void whatWasMadeChangedAndRefusedIsThereAndNoSecret() {
    String id = guarded.ok(operator, "CreateDataSource", dataSource()).path("data").asText();
    guarded.call(operator, "CreateDataSource", dataSource());
    guarded.ok(operator, "DescribeDataSource", Map.of("id", id));
    guarded.ok(operator, "DeleteDataSource", Map.of("id", id));
    guarded.call(operator, "CreateApiToken", Map.of("name", "x", "role", "ADMIN"));

    JsonNode events = events(Map.of("pageSize", 100));
    // Newest first; the list itself is noted after it was answered.
    assertThat(events)
        .extracting(event -> event.path("action").asText())
        .containsExactly(
            "CreateApiToken", "DeleteDataSource", "CreateDataSource", "CreateDataSource");
    assertThat(events)
        .extracting(event -> event.path("code").asText("-"))
        .containsExactly("FORBIDDEN", "-", "DATA_SOURCE_NAME_TAKEN", "-");
    assertThat(events.get(1).path("objects").toString()).isEqualTo("[\"" + id + "\"]");
    assertThat(events.get(3).path("objects").toString()).isEqualTo("[\"" + id + "\"]");
    assertThat(events.get(3).path("address").asText()).isEqualTo("127.0.0.1");
    assertThat(events.get(3).path("role").asText()).isEqualTo("OPERATOR");
    assertThat(events.toString()).doesNotContain("canary");
  }

  @Test
  void itIsSearchedByCallerActionAndObject() {
    String id = guarded.ok(operator, "CreateDataSource", dataSource()).path("data").asText();
    guarded.ok(operator, "DeleteDataSource", Map.of("id", id));

    assertThat(events(Map.of("action", "DeleteDataSource"))).hasSize(1);
    assertThat(events(Map.of("object", id))).hasSize(2);
    assertThat(events(Map.of("object", "e_\"%"))).isEmpty();
    assertThat(events(Map.of("caller", "nobody"))).isEmpty();
  }

  @Test
  void whatIsNotThereIsNotedToo() {
    guarded.call(operator, "DeleteDataSource", Map.of("id", "e_nobody12345"));

    assertThat(events(Map.of("action", "DeleteDataSource")))
        .extracting(event -> event.path("code").asText())
        .containsExactly("DATA_SOURCE_NOT_FOUND");
  }

  @Test
  void whatIsRefusedForItsBodyIsNotedWithoutIt() {
    guarded.call(operator, "DeleteDataSource", Map.of("id", List.of("canary")));
    Map<String, Object> large = dataSource();
    large.put("canary", "x".repeat(70_000));
    guarded.call(operator, "CreateDataSource", large);
    guarded.call(operator, "DescribeDataSource", Map.of());

    JsonNode events = events(Map.of());
    assertThat(events)
        .extracting(event -> event.path("action").asText() + " " + event.path("code").asText())
        .containsExactly("CreateDataSource PARAM_ERROR", "DeleteDataSource PARAM_ERROR");
    assertThat(events.toString()).doesNotContain("canary");
  }

  @Test
  void theLogHasItToo() {
    try (LogCapture log = new LogCapture()) {
      guarded.ok(operator, "CreateDataSource", dataSource());

      assertThat(log.lines())
          .anyMatch(line -> line.startsWith("INFO {\"action\":\"CreateDataSource\",\"caller\":"))
          .noneMatch(line -> line.contains("canary"));
    }
  }
}
