package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.guard.RawConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that never end. */
class SlowRequestsTest {

  private static final String LIST = "/api/v2/ListDataSource";

  private TestService service;

  @BeforeEach
  void start(@TempDir Path directory) {
    service =
        TestService.start(
            directory.resolve("data"),
            Map.of("precheck.access.head-deadline", "1s", "precheck.access.body-deadline", "1s"));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aHeadThatDoesNotEndIsCutOff() throws Exception {
    try (RawConnection connection = new RawConnection(service.port())) {
      connection.send("POST " + LIST + " HTTP/1.1\r\nHost: x\r\n");
      assertThat(connection.readToEnd()).isEmpty();
    }
  }

  @Test
  void soIsTheOneAfterAGoodRequest() throws Exception {
    try (RawConnection connection = new RawConnection(service.port())) {
      connection.send(RawConnection.post(LIST, "", "{}"));
      assertThat(connection.read().status()).isEqualTo(200);
      connection.send("POST " + LIST + " HTTP/1.1\r\nHost:");
      assertThat(connection.readToEnd()).isEmpty();
    }
  }

  @Test
  void aBodyThatDoesNotEndIsCutOff() throws Exception {
    try (RawConnection connection = new RawConnection(service.port())) {
      connection.send(
          RawConnection.head(LIST, "Content-Type: application/json", "Content-Length: 100") + "{");
      assertThat(connection.readToEnd()).isEmpty();
    }
  }

  @Test
  void aConnectionThatIsNotUsedIsClosed() throws Exception {
    try (RawConnection connection = new RawConnection(service.port())) {
      assertThat(connection.readToEnd()).isEmpty();
      assertThatThrownBy(connection::read).isInstanceOf(IOException.class);
    }
  }
}
