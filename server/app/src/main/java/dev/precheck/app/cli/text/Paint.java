package dev.precheck.app.cli.text;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Colours, where the terminal has them. Escape codes are put around the text and the text is not
 * parsed for markup, so that a name such as {@code @|red x|@} stays what it is.
 */
public final class Paint {

  private final boolean on;

  public Paint(Ansi ansi) {
    this.on = ansi.enabled();
  }

  public String bold(String text) {
    return in(Style.bold, text);
  }

  public String dim(String text) {
    return in(Style.faint, text);
  }

  public String red(String text) {
    return in(Style.fg_red, text);
  }

  public String yellow(String text) {
    return in(Style.fg_yellow, text);
  }

  public String green(String text) {
    return in(Style.fg_green, text);
  }

  private String in(Style style, String text) {
    // A reset, because "not bold" (21) is a double underline on many terminals.
    return on ? style.on() + text + Style.reset.on() : text;
  }
}
