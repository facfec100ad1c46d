package dev.precheck.app.http;

import dev.precheck.app.identity.AccessRole;
import dev.precheck.guard.ClientSuite;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The generated client tells what the service says. */
class GeneratedClientTest extends ClientSuite {

  private Guarded guarded;
  private String token = "";

  @BeforeAll
  void start(@TempDir Path directory) {
    guarded =
        new Guarded(
            directory.resolve("data"), Map.of("precheck.access.requests-per-second", 100_000));
    token = guarded.token("default", AccessRole.ADMIN);
  }

  @AfterAll
  void stop() {
    guarded.close();
  }

  @Override
  protected URI server() {
    return URI.create("http://127.0.0.1:" + guarded.service().port());
  }

  @Override
  protected String authorization() {
    return "Bearer " + token;
  }
}
