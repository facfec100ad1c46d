package dev.precheck.checks;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names within a sentence, of which there may be thousands. */
public final class NameList {

  private static final int SHOWN = 20;

  private NameList() {}

  /** For example {@code a, b and 7 more}; all of them where they are few. */
  public static String of(Collection<String> names) {
    String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
    int rest = names.size() - SHOWN;
    return rest > 0 ? shown + " and " + rest + " more" : shown;
  }
}
