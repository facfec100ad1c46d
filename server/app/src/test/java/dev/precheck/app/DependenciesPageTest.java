package dev.precheck.app;

import dev.precheck.guard.DependencyPage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/dependencies.md says what is handed out with the service. */
class DependenciesPageTest {

  @Test
  void saysWhatIsHandedOut() throws Exception {
    DependencyPage.check(Path.of("target", "dist", "precheck.cdx.json"), "The service");
  }
}
