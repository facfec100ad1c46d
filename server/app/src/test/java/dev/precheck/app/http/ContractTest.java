package dev.precheck.app.http;

import dev.precheck.app.identity.AccessRole;
import dev.precheck.guard.ContractSuite;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The service does what the contract says. */
class ContractTest extends ContractSuite {

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
    return URI.create("http://localhost:" + guarded.service().port());
  }

  @Override
  protected String authorization() {
    return "Bearer " + token;
  }
}
