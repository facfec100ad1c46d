package dev.precheck.engine.network;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ports from the first to the last, both included; 1–65535. */
record PortRange(int first, int last) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
  private static final int HIGHEST = 65535;

  /**
   * Reads {@code 3306} or {@code 5432-5440}.
   *
   * @throws IllegalArgumentException if it is neither; the message is a full sentence
   */
  static PortRange parse(String text) {
    Matcher form = FORM.matcher(text);
    if (form.matches()) {
      int first = Integer.parseInt(form.group(1));
      int last = form.group(2) == null ? first : Integer.parseInt(form.group(2));
      if (first >= 1 && first <= last && last <= HIGHEST) {
        return new PortRange(first, last);
      }
    }
    throw new IllegalArgumentException(
        "\""
            + text
            + "\" is no port and no range of ports; write 3306 or 5432-5440, each from 1"
            + " to 65535.");
  }

  boolean contains(int port) {
    return first <= port && port <= last;
  }

  @Override
  public String toString() {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }
}
