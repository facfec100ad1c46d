package dev.precheck.spi;

import java.util.Arrays;
import java.util.Locale;

/**
 * A pattern for one name: a part of a {@link NamePattern}, or of a grant. Matching is linear in the
 * name for each run, whatever the pattern: patterns come from callers, and a regular expression
 * could be made to backtrack for hours.
 */
public final class Glob {

  private static final int ANY_RUN = -1;
  private static final int ANY_ONE = -2;

  private final int[] tokens;

  private Glob(int[] tokens) {
    this.tokens = tokens;
  }

  static Glob compile(String text) {
    return compile(text, '*', '?');
  }

  /** Exactly this name. */
  public static Glob exactly(String name) {
    return new Glob(name.chars().toArray());
  }

  /**
   * A pattern in which a backslash takes the next character literally, and one at the end itself.
   *
   * @param anyRun stands for any run of characters
   * @param anyOne stands for any one character
   */
  public static Glob compile(String text, char anyRun, char anyOne) {
    int[] tokens = new int[text.length()];
    int count = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        tokens[count++] = text.charAt(++at);
      } else {
        tokens[count++] = c == anyRun ? ANY_RUN : c == anyOne ? ANY_ONE : c;
      }
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

  /** Whether a name fits, case and all. */
  public boolean matches(String name) {
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
    return literals() == tokens.length;
  }

  /** How many places stand for any run of characters. */
  public long runs() {
    return Arrays.stream(tokens).filter(token -> token == ANY_RUN).count();
  }

  /** How many places stand for one character only. */
  public long literals() {
    return Arrays.stream(tokens).filter(token -> token >= 0).count();
  }

  /** How long a name is at least that fits. */
  public long shortest() {
    return tokens.length - runs();
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
