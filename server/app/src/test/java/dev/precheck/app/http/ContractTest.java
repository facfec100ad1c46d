package dev.precheck.app.http;

import dev.precheck.guard.ContractSuite;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The service does what the contract says. */
class ContractTest extends ContractSuite {

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
    return URI.create("http://localhost:" + service.port());
  }
}
