package dev.precheck.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Role;
import dev.precheck.spi.Severity;
import dev.precheck.spi.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fingerprints are for ever: a changed one would orphan what callers have tied to it. */
class FingerprintTest {

  @Test
  void theContractsExample() {
    assertThat(fingerprint("RDB_TARGET_TABLE_EMPTY", Role.PRIMARY, "warehouse", "orders"))
        .isEqualTo("3ca8cc9bec4d74e3e7797e7cbb45b258");
  }

  @Test
  void lengthsCountBytes() {
    assertThat(fingerprint("X", Role.STANDBY, "größe", "表"))
        .isEqualTo("a3534be99f274fd5b111f71657eca6e5");
  }

  @Test
  void namesDoNotRunTogether() {
    assertThat(fingerprint("X", Role.PRIMARY, "a.b", "c"))
        .isNotEqualTo(fingerprint("X", Role.PRIMARY, "a", "b.c"));
    assertThat(fingerprint("X", Role.PRIMARY, "a,1:b"))
        .isNotEqualTo(fingerprint("X", Role.PRIMARY, "a", "b"));
  }

  private static String fingerprint(String checkType, Role role, String... path) {
    return Fingerprint.of(
        checkType,
        role,
        new FindingEntry(
            7,
            "TARGET_TABLE_HAS_ROWS",
            Severity.ERROR,
            Side.TARGET,
            ObjectKind.TABLE,
            List.of(path),
            Map.of("table", "t"),
            "message",
            "remedy",
            List.of()));
  }
}
