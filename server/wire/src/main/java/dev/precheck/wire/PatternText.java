package dev.precheck.wire;

import dev.precheck.spi.NamePattern;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in a sentence what a pattern of the contract asks for: nobody reads regular expressions. */
final class PatternText {

  private static final String NO_SPACE = "^\\S+$";
  private static final Pattern CHOICE = Pattern.compile("\\^\\(([A-Za-z|]+)\\)\\$");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1F\\x7F]");

  private PatternText() {}

  static String of(String value, String pattern) {
    Matcher choice = CHOICE.matcher(pattern);
    if (choice.matches()) {
      return Quote.of(value)
          + " is not supported; one of "
          + choice.group(1).replace("|", ", ")
          + " is.";
    }
    if (pattern.equals(NO_SPACE)) {
      return Quote.of(value) + " has white space in it, which is not accepted.";
    }
    if (pattern.contains("(?:[0-9A-Fa-f]{0,4}:)")) {
      return Quote.of(value) + " is neither a DNS name nor an IP address.";
    }
    if (pattern.startsWith("^([^.\\\\")) {
      return rule(value);
    }
    if (CONTROL.matcher(value).find()) {
      return Quote.of(value) + " has a control character in it, which is not accepted.";
    }
    return Quote.of(value) + " does not have the form " + pattern + ".";
  }

  private static String rule(String value) {
    if (CONTROL.matcher(value).find()) {
      return "The rule " + Quote.of(value) + " has a control character in it.";
    }
    try {
      NamePattern.parse(value);
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
    return "The rule "
        + Quote.of(value)
        + " has a backslash before a character that needs none; only * ? . \\ are written with one.";
  }
}
