package dev.precheck.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8.0.12-log | 8.0.12",
        "5.5.5-10.11.5-MariaDB-log | 10.11.5",
        "11.4.5-MariaDB | 11.4.5",
        "14.10 (Debian 14.10-1.pgdg120+1) | 14.10",
        "18beta1 | 18.0",
        "2.3.232 (2024-08-11) | 2.3.232",
      })
  void readsWhatServersSay(String text, String version) {
    assertThat(Version.parse(text)).hasToString(version);
  }

  @Test
  void comparesByNumberNotByText() {
    assertThat(Version.parse("8.0.9")).isLessThan(Version.parse("8.0.12"));
    assertThat(Version.parse("9.6")).isLessThan(Version.parse("14.1"));
  }

  @Test
  void refusesATextWithoutANumber() {
    assertThatThrownBy(() -> Version.parse("unknown")).hasMessageContaining("\"unknown\"");
  }
}
