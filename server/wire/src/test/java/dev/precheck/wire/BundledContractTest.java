package dev.precheck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The contract that the build has put on the class path, in both of its forms. */
class BundledContractTest {

  @Test
  void whatIsReadAsJsonIsWhatStandsInTheYaml() throws IOException {
    Contract bundled = Contract.bundled();

    assertThat(bundled.actions()).contains("GetPreCheckResult", "WatchPreCheck");
    assertThat(bundled.root()).isEqualTo(new Contract(bundled.yaml()).root());
  }
}
