package dev.precheck.checks.privilege;

import dev.precheck.spi.Glob;
import dev.precheck.spi.IdentifierCase;

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
    Glob mine = glob(text);
    Glob others = other.glob(other.text);
    if (mine.runs() == 0 || others.runs() == 0) {
      return mine.runs() == 0 && (others.runs() > 0 || mine.literals() > others.literals());
    }
    return mine.literals() >= others.literals()
        && mine.shortest() >= others.shortest()
        && mine.literals() + mine.shortest() > others.literals() + others.shortest();
  }

  boolean matches(String schema, IdentifierCase compare) {
    return glob(compare.key(text)).matches(compare.key(schema));
  }

  private Glob glob(String pattern) {
    return wildcards ? Glob.compile(pattern, '%', '_') : Glob.exactly(pattern);
  }
}
