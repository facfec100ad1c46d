package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.app.run.Gate;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A precheck whose own time runs out says so itself, and not only its items. */
class RunDeadlineTest {

  private static final Map<String, Object> SETTINGS =
      Map.of("precheck.allow-h2", true, "test.gate", true, "precheck.deadlines.run", "250ms");

  @AfterEach
  void open() {
    Gate.open();
  }

  @Test
  void theResultSaysWhichLimitItWasAndWhatToDo(@TempDir Path directory) throws SQLException {
    Gate.close();
    try (TestService service = TestService.start(directory.resolve("data"), SETTINGS);
        H2Shop shop = new H2Shop("late_shop", "create schema S");
        H2Shop store = new H2Shop("late_store", "create schema S")) {
      Api api = service.api();
      String source = api.id("CreateDataSource", shop.dataSource("shop"));
      String sink = api.id("CreateDataSource", store.dataSource("store"));
      String id = api.id("SubmitPreCheck", Bodies.plan(source, sink, Bodies.tables("S", "S", "T")));

      Response result =
          await()
              .atMost(Duration.ofSeconds(60))
              .until(
                  () -> api.ok("GetPreCheckResult", Map.of("id", id)),
                  r -> r.path("data.finishTime") != null);

      assertThat(result.<String>path("data.projectStatus")).isEqualTo("FAILED");
      assertThat(result.<String>path("data.errorDetail"))
          .contains("0.25 s")
          .contains("precheck.deadlines.run")
          .contains("Submit it again");
      assertThat(result.<List<String>>path("data.preCheckResults.reasonCode"))
          .isNotEmpty()
          .containsOnly("TIMED_OUT");
    }
  }
}
