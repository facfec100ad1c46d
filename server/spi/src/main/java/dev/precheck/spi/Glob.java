package dev.precheck.spi;

import java.util.Arrays;
import java.util.Locale;

/**
 * One part of a {@link NamePattern}. Matching is linear in the name for each star, whatever the
 * pattern: patterns come from callers, and a regular expression could be made to backtrack for
 * hours.
 */
final class Glob {

  private static final int ANY_RUN = -1;
  private static final int ANY_ONE = -2;

  private final int[] tokens;

  private Glob(int[] tokens) {
    this.tokens = tokens;
  }

  static Glob compile(String text) {
    int[] tokens = new int[text.length()];
    int count = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      tokens[count++] =
          switch (c) {
            case '*' -> ANY_RUN;
            case '?' -> ANY_ONE;
            case '\\' -> text.charAt(++at);
            default -> c;
          };
    }
    return new Glob(Arrays.copyOf(tokens, count));
  }

  Glob lowerCased() {
    int[] lower = tokens.clone();
    for (int at = 0; at < lower.length; at++) {
      lower[at] = lower[at] < 0 ? lower[at] : Character.toLowerCase(lower[at]);
    }
    return new Glob(lower);
  }

  boolean matches(String name) {
    int token = 0;
    int at = 0;
    int star = -1;
    int resume = 0;
    while (at < name.length()) {
      if (token < tokens.length && tokens[token] == ANY_RUN) {
        star = token++;
        resume = at;
      } else if (token < tokens.length && takes(tokens[token], name.charAt(at))) {
        token++;
        at++;
      } else if (star >= 0) {
        token = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (token < tokens.length && tokens[token] == ANY_RUN) {
      token++;
    }
    return token == tokens.length;
  }

  private static boolean takes(int token, char c) {
    return token == ANY_ONE || token == c;
  }

  /** Whether the pattern stands for exactly one name. */
  boolean isLiteral() {
    return Arrays.stream(tokens).noneMatch(token -> token < 0);
  }

  /** The characters of the pattern; its one name if {@link #isLiteral}. */
  String literal() {
    StringBuilder text = new StringBuilder();
    for (int token : tokens) {
      text.append((char) token);
    }
    return text.toString();
  }

  static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
