package dev.precheck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guesses, quotations and headers that are made of what callers send. */
class SpellingTest {

  @Test
  void guessesWhatIsNearAndNothingElse() {
    List<String> names = List.of("host", "port", "password", "enableFullTransfer");

    assertThat(Spelling.closest("pasword", names)).contains("password");
    assertThat(Spelling.closest("enableFullTranfer", names)).contains("enableFullTransfer");
    assertThat(Spelling.closest("HOST", names)).contains("host");
    assertThat(Spelling.closest("uid", names)).isEmpty();
    assertThat(Spelling.closest("x".repeat(1_000_000), names)).isEmpty();
    assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Spelling.distance("", "abc")).isEqualTo(3);
  }

  @Test
  void quotesOnOneLineAndCutsWhatIsLong() {
    assertThat(Quote.of("a\r\nb`c")).isEqualTo("`a��b�c`");
    assertThat(Quote.of("x".repeat(65))).isEqualTo("`" + "x".repeat(64) + "…`");
    assertThat(Quote.of("ü".repeat(64))).isEqualTo("`" + "ü".repeat(64) + "`");
  }

  @Test
  void headersStayShortAndClean() {
    List<String> many = IntStream.range(0, 30).mapToObj(i -> "/m" + i).toList();
    assertThat(IgnoredMembers.header(many).split(",")).hasSize(20);

    List<String> wide = List.of("/" + "ü".repeat(300), "/" + "ö".repeat(600), "/x");
    assertThat(IgnoredMembers.header(wide)).hasSizeLessThanOrEqualTo(4096).isPrintable();
  }
}
