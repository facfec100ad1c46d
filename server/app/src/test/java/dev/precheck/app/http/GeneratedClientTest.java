package dev.precheck.app.http;

import dev.precheck.guard.ClientSuite;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The generated client tells what the service says. */
class GeneratedClientTest extends ClientSuite {

  private TestService service;

  @BeforeAll
  void start(@TempDir Path directory) {
    service = TestService.start(directory.resolve("data"));
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Override
  protected URI server() {
    return URI.create("http://127.0.0.1:" + service.port());
  }
}
