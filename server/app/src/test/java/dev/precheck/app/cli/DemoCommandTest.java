package dev.precheck.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code precheck demo}, whole. */
class DemoCommandTest {

  @Test
  void findsItsFaultsAndEnds() {
    Given.Ran ran = Given.real(Map.of()).run("demo", "--exit");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isEqualTo(ExitCodes.PASSED);
    assertThat(ran.out())
        .contains("shop.invoices, which the source does not have")
        .contains("shop.audit_log has neither a primary key")
        .contains("CREATE SCHEMA \"crm\";")
        .contains("shop.orders on the target already has rows")
        .contains("FAILED: ")
        .doesNotContain("What to try next")
        .doesNotContain("\u001b");
  }
}
