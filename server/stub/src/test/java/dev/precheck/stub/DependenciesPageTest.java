package dev.precheck.stub;

import dev.precheck.guard.DependencyPage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/dependencies.md says what is handed out with the stub. */
class DependenciesPageTest {

  @Test
  void saysWhatIsHandedOut() throws Exception {
    DependencyPage.check(Path.of("target", "dist", "precheck-stub.cdx.json"), "The stub");
  }
}
