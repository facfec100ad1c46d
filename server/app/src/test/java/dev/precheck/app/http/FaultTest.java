package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault of the server: the caller gets an id, the log has the rest under it, once. */
class FaultTest {

  @Test
  void theAnswerTellsNothingAndTheLogEverything(@TempDir Path directory) {
    try (TestService service = TestService.start(directory.resolve("data"))) {
      service.context().getBean(HikariDataSource.class).close();
      for (WireForm form : new WireForm[] {WireForm.PATH, WireForm.ACTION}) {
        try (LogCapture log = new LogCapture()) {
          Response response = service.api().call(form, "GetPreCheckResult", Map.of("id", "t_1"));

          assertThat(response.statusCode()).isEqualTo(500);
          assertThat(response.<String>path("code")).isEqualTo("INNER_ERROR");
          assertThat(response.<String>path("errorDetail.level")).isEqualTo("FATAL");
          assertThat(response.asString()).doesNotContainIgnoringCase("hikari", "exception", "jdbi");
          assertThat(log.traces()).hasSize(1);
          assertThat(log.traces().get(0)).contains(response.<String>path("requestId"));
        }
      }
    }
  }
}
