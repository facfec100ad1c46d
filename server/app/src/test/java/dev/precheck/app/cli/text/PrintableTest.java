package dev.precheck.app.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Nothing from outside steers the terminal. */
class PrintableTest {

  @Test
  void whatATerminalShowsStays() {
    assertThat(Printable.of("Bücher «数» 😀 @|red x|@ %n")).isEqualTo("Bücher «数» 😀 @|red x|@ %n");
  }

  @Test
  void whatATerminalObeysIsShownInstead() {
    assertThat(Printable.of("\u001b[2Jgone\u0007\b\u007f\u009b31m"))
        .isEqualTo("\\u001b[2Jgone\\u0007\\u0008\\u007f\\u009b31m");
    assertThat(Printable.of("a\nb\r\tc\0")).isEqualTo("a\\nb\\r\\tc\\u0000");
  }

  @Test
  void whatTurnsTheDirectionOrIsInvisibleIsShown() {
    assertThat(Printable.of("a\u202eb\u200bc\u2028d\ud800"))
        .isEqualTo("a\\u202eb\\u200bc\\u2028d\\ud800");
  }

  @Test
  void paragraphsAreBrokenAtEightyColumns() {
    String text = new Page().paragraph(4, "Lead: ", "word ".repeat(40) + "\n\u001b[31m").toString();

    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isBetween(5, 80));
    assertThat(text).startsWith("    Lead: word word").endsWith("\\u001b[31m\n");
  }

  @Test
  void aWordLongerThanTheLineStaysWhole() {
    assertThat(new Page().paragraph(2, "", "a " + "x".repeat(100) + " b").toString())
        .isEqualTo("  a\n  " + "x".repeat(100) + "\n  b\n");
  }
}
