package dev.precheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of SQL that may hold data. */
class LiteralsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      value = {
        "'canary' => ?",
        "price * 1.19 => price * ?",
        "t1.col2 + .5 - 0x53AB => t1.col2 + ? - ?",
        "coalesce(a, 'can''ary', 7) => coalesce(a, ?, ?)",
        "FOR VALUES FROM ('2020-01-01') TO (MAXVALUE) => FOR VALUES FROM (?) TO (MAXVALUE)",
        "`it's` || `canary's` => `it's` || `canary's`",
        "concat(\"canary\", `a 1`) => concat(?, `a 1`)",
        "nextval(seq_1) => nextval(seq_1)",
        "CURRENT_TIMESTAMP => CURRENT_TIMESTAMP"
      })
  void stringsAndNumbersGo(String expression, String shown) {
    assertThat(Literals.blanked(expression)).isEqualTo(shown);
  }

  /** Each of these ends its string elsewhere than its quotes alone say. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "concat(a, _utf8mb4\\'canary\\', b)",
        "concat(a, 'x\\' , canary, \\'')",
        "concat(a, $$canary's$$, 'x')",
        "concat(a, $tag$ ' canary ' $tag$)",
        "concat(a, 'x) || canary",
        "concat(a, /* it's */ 'canary' /* it's */)",
        "concat(a, 'x' -- it's\n, 'canary' -- it's\n)"
      })
  void whatCannotBeToldApartGoesWhole(String expression) {
    assertThat(Literals.blanked(expression)).startsWith("concat(a, ").doesNotContain("canary");
  }

  @Test
  void ofAValueItsLengthIsLeft() {
    assertThat(Literals.placeholder("canary")).isEqualTo("(6 characters, not shown)");
    assertThat(Literals.placeholder("")).isEmpty();
  }
}
