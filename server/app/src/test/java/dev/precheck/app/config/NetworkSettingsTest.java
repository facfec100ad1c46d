package dev.precheck.app.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkSettingsTest {

  @Test
  void aRuleThatCannotBeReadStopsTheStart() {
    assertThatThrownBy(
            () -> new NetworkSettings(null, List.of("10.0.0.1/8"), null, null, false, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "PRECHECK_NETWORK_DENY cannot be used: \"10.0.0.1/8\" is an address within a range; the"
                + " range itself is 10.0.0.0/8.");
  }
}
