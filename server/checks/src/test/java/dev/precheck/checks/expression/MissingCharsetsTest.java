package dev.precheck.checks.expression;

import static dev.precheck.checks.Rows.collation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.spi.Collation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingCharsetsTest {

  private static final MissingCharsets OF_TARGET =
      MissingCharsets.of(
          List.of(
              new Collation("binary", "binary", "", "", "", ""),
              collation("latin1_swedish_ci"),
              collation("utf8_general_ci"),
              collation("utf8mb4_general_ci"),
              collation("utf8mb4_uca1400_ai_ci")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "(`a` collate utf8mb4_general_ci) | ~~",
        "(`a` COLLATE UTF8MB4_General_CI) | ~~",
        "(`a` collate utf8_general_ci) | ~~",
        "(`a` collate utf8mb3_general_ci) | ~~",
        "(`a` collate binary) | ~~",
        "`a` collate utf8mb4_uca1400_ai_ci | ~~",
        "`a` collate uca1400_ai_ci | ~~",
        "`a` collate uca1400_as_ci | collate uca1400_as_ci",
        "(`a` collate utf8mb4_0900_ai_ci) | collate utf8mb4_0900_ai_ci",
        "(`a` collate general_ci) | collate general_ci",
        "(`a` = 'x collate utf8mb4_0900_ai_ci') | ~~",
        "(`a` = _utf8'x') | ~~",
        "(`a` = _utf8mb3\\'x\\') | ~~",
        "(`a` = _binary'x') | ~~",
        "(`a` = _gb18030\\'x\\') | _gb18030",
        "(`a` = _latin1 0x41) | ~~",
        "_own(`a`) | ~~",
        "convert(`a` using utf8) | ~~",
        "convert(`a` using gb18030) | using gb18030",
        "cast(`a` as char(9) charset utf8mb4) | ~~",
        "cast(`a` as char(9) charset utf16) | charset utf16",
      })
  void namesWhatTheTargetLacks(String expression, String missing) {
    assertThat(OF_TARGET.among(BareWords.in(expression)))
        .containsExactlyElementsOf(missing.isEmpty() ? List.of() : List.of(missing));
  }
}
