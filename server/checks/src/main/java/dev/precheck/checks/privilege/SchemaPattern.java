package dev.precheck.checks.privilege;

import dev.precheck.spi.IdentifierCase;
import java.util.Arrays;

/**
 * The schema of a grant on {@code schema.*}: {@code %} stands for any run of characters, {@code _}
 * for one, and a backslash takes the next character literally. Of several that fit, the server
 * takes the most specific one alone. Source: MySQL 8.0 manual, 6.2.7 (Access Control, Stage 2);
 * what is the most specific one, the servers themselves.
 *
 * @param text as it stands in the grant
 * @param wildcards false where partial_revokes is on: then every character is literal
 */
record SchemaPattern(String text, boolean wildcards) {

  private static final int ANY_RUN = -1;
  private static final int ANY_ONE = -2;

  /** MySQL tells no wildcards apart that stand behind this place. */
  private static final int LAST_PLACE = 127;

  /** Whether MySQL takes this one and not the other: its first wildcard comes later. */
  boolean beatsInMySql(SchemaPattern other) {
    return firstWildcard() > other.firstWildcard();
  }

  /** Whether it fits one schema only. */
  boolean isLiteral() {
    return firstWildcard() > LAST_PLACE;
  }

  private int firstWildcard() {
    for (int at = 0; wildcards && at < text.length(); at++) {
      char here = text.charAt(at);
      if (here == '\\' && at + 1 < text.length()) {
        at++;
      } else if (here == '%' || here == '_') {
        return Math.min(at + 1, LAST_PLACE);
      }
    }
    return LAST_PLACE + 1;
  }

  /**
   * Whether MariaDB takes this one and not the other: the one without a {@code %}, then that with
   * more characters; of what decides next, nothing is known here.
   */
  boolean beatsInMariaDb(SchemaPattern other) {
    if (runs() == 0 || other.runs() == 0) {
      return runs() == 0 && (other.runs() > 0 || literals() > other.literals());
    }
    return literals() >= other.literals()
        && atLeast() >= other.atLeast()
        && literals() + atLeast() > other.literals() + other.atLeast();
  }

  private long runs() {
    return Arrays.stream(tokens()).filter(token -> token == ANY_RUN).count();
  }

  private long literals() {
    return Arrays.stream(tokens()).filter(token -> token >= 0).count();
  }

  /** How long a name is at least that fits. */
  private long atLeast() {
    return Arrays.stream(tokens()).filter(token -> token != ANY_RUN).count();
  }

  boolean matches(String schema, IdentifierCase compare) {
    SchemaPattern folded = new SchemaPattern(compare.key(text), wildcards);
    return matches(folded.tokens(), compare.key(schema));
  }

  private int[] tokens() {
    if (!wildcards) {
      return text.chars().toArray();
    }
    int[] tokens = new int[text.length()];
    int count = 0;
    for (int at = 0; at < text.length(); at++) {
      char here = text.charAt(at);
      if (here == '\\' && at + 1 < text.length()) {
        tokens[count++] = text.charAt(++at);
      } else {
        tokens[count++] = here == '%' ? ANY_RUN : here == '_' ? ANY_ONE : here;
      }
    }
    return Arrays.copyOf(tokens, count);
  }

  /** Goes back to the last run only, so the time is bounded by the product of the lengths. */
  private static boolean matches(int[] tokens, String name) {
    int token = 0;
    int at = 0;
    int afterRun = -1;
    int resume = 0;
    while (at < name.length()) {
      if (token < tokens.length && tokens[token] == ANY_RUN) {
        afterRun = ++token;
        resume = at;
      } else if (token < tokens.length && takes(tokens[token], name.charAt(at))) {
        token++;
        at++;
      } else if (afterRun >= 0) {
        token = afterRun;
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

  private static boolean takes(int token, char character) {
    return token == ANY_ONE || token == character;
  }
}
