package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.app.identity.AccessRole;
import dev.precheck.guard.RawConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a path is spelt, whoever finds a route has been through the gate. */
class PathSpellingTest {

  private static Guarded guarded;
  private static String viewer;

  @BeforeAll
  static void start(@TempDir Path directory) {
    guarded = new Guarded(directory.resolve("data"), Map.of());
    viewer = guarded.token("default", AccessRole.VIEWER);
  }

  @AfterAll
  static void stop() {
    guarded.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v2/DeleteDataSource",
        "/api/v2/DeleteDataSource/",
        "/api/v2/DeleteDataSource///",
        "/api/v2/DeleteDataSource/?x=1",
        "/api/v2/DeleteDataSource/.",
        "/api/v2/DeleteDataSource?x=1",
        "/api/v2/DeleteDataSource;x=1",
        "/api/v2/DeleteDataSource#x",
        "/api/v2/DeleteDataSource%2F",
        "/api/v2/DeleteDataSource%20",
        "/api/v2/Delete%44ataSource",
        "/api/v2//DeleteDataSource",
        "/api//v2/DeleteDataSource",
        "//api/v2/DeleteDataSource",
        "/%61pi/v2/DeleteDataSource",
        "/api%2fv2/DeleteDataSource",
        "/api/./v2/DeleteDataSource",
        "/x/../api/v2/DeleteDataSource",
        "/API/v2/DeleteDataSource",
        "/api/v2/deletedatasource",
        "/api/v2?Action=DeleteDataSource",
        "/api/v2/?Action=DeleteDataSource",
        "/api/v2?Action=Delete%44ataSource",
        "/api/v2?Action=DeleteDataSource/",
        "/api/v2?Action=ListDataSource&Action=DeleteDataSource",
        "http://x/api/v2/DeleteDataSource",
        "http://x/api/v2/DeleteDataSource/",
        "http://x/api/v2?Action=DeleteDataSource",
        "/docs/../api/v2/DeleteDataSource"
      })
  void noSpellingLeadsAroundTheGate(String target) throws IOException {
    for (String login : new String[] {"", "Authorization: Bearer " + viewer + "\r\n"}) {
      try (RawConnection connection = new RawConnection(guarded.service().port())) {
        connection.send(RawConnection.post(target, login, "{\"id\": \"e_nobody12345\"}"));
        String answer = connection.read().body();

        // An action that was reached would look for the data source, and say that it is not there.
        assertThat(answer).contains("\"success\":false").doesNotContain("DATA_SOURCE_NOT_FOUND");
      }
    }
  }
}
