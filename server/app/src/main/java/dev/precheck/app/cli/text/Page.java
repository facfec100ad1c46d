package dev.precheck.app.cli.text;

import java.util.List;

/**
 * Text for a terminal of 80 columns, line by line. Everything that is added becomes {@link
 * Printable}; colours go around what has been added by then.
 */
public final class Page {

  /** Columns of the narrowest terminal in use, and of mail. */
  public static final int WIDTH = 80;

  private final StringBuilder text = new StringBuilder();

  /** One line as it is, which must be printable already. */
  public Page line(String line) {
    text.append(line.stripTrailing()).append('\n');
    return this;
  }

  /** An empty line, unless one is there. */
  public Page blank() {
    return text.lastIndexOf("\n\n") == text.length() - 2 ? this : line("");
  }

  /** A line that is not broken, such as a statement to be copied. */
  public Page verbatim(int indent, String line) {
    return line(" ".repeat(indent) + Printable.of(line));
  }

  /**
   * A paragraph, broken at spaces.
   *
   * @param lead stands before its first word; the following lines are indented alike
   * @param words the text; runs of white space count as one space
   */
  public Page paragraph(int indent, String lead, String words) {
    String margin = " ".repeat(indent);
    StringBuilder line = new StringBuilder(margin).append(lead);
    int start = line.length();
    for (String word : List.of(words.strip().split("\\s+", -1))) {
      String shown = Printable.of(word);
      if (line.length() > start && line.length() + 1 + shown.length() > WIDTH) {
        line(line.toString());
        line = new StringBuilder(margin);
        start = line.length();
      }
      if (line.length() > start) {
        line.append(' ');
      }
      line.append(shown);
    }
    return line(line.toString());
  }

  /** A line with one text at its left and one that ends at column 80, if both fit. */
  public Page ends(String left, int leftColumns, String right) {
    int gap = Math.max(2, WIDTH - leftColumns - right.length());
    return line(left + " ".repeat(gap) + right);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
