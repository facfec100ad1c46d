package dev.precheck.app.cli.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as the command line starts and stops it. */
class ServiceTest {

  private static Map<String, Object> settings(Path dataDir) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("micronaut.server.port", -1);
    settings.put("precheck.data-dir", dataDir.toString());
    settings.put("precheck.auth", "off");
    return settings;
  }

  @Test
  void listensOnThisMachineUntilItIsClosed(@TempDir Path directory) throws Exception {
    AtomicInteger ends = new AtomicInteger();
    try (Service service = Service.start(settings(directory.resolve("data")))) {
      service.afterwards(ends::incrementAndGet);
      HttpResponse<String> contract =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(service.uri().resolve("/openapi.yaml")).build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(service.isLoopback()).isTrue();
      assertThat(service.uri().toString()).startsWith("http://127.0.0.1:");
      assertThat(contract.statusCode()).isEqualTo(200);
      service.close();
    }
    assertThat(ends).hasValue(1);
  }

  @Test
  void whatIsWrongWithTheSettingsIsSaidInASentence(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "in the way");
    Map<String, Object> inTheWay = settings(file.resolve("data"));
    Map<String, Object> noKey = settings(directory.resolve("data"));
    noKey.put("precheck.secret-key-file", "/no/such/file");

    assertThatThrownBy(() -> Service.start(inTheWay))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("data directory cannot be used");
    assertThatThrownBy(() -> Service.start(noKey))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("/no/such/file");
  }
}
