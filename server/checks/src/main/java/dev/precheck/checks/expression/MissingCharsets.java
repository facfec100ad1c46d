package dev.precheck.checks.expression;

import dev.precheck.checks.text.Charsets;
import dev.precheck.spi.Collation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Collations and character sets that expressions name and a target of MySQL's family lacks. A
 * column's own are RDB_COLLATION and RDB_CHARSET.
 *
 * @param collations those of the target, by canonical names
 * @param charsets likewise
 */
record MissingCharsets(Set<String> collations, Set<String> charsets) {

  private static final String COLLATE = "collate ";

  /** What may stand before a character set: CONVERT(x USING y), CAST(x AS CHAR CHARSET y). */
  private static final List<String> BEFORE_CHARSET = List.of("using ", "charset ");

  /** An introducer: {@code _latin1'x'}. */
  private static final Pattern INTRODUCER = Pattern.compile("_\\w+");

  /**
   * MariaDB knows its newer collations without a character set too, which is then that of the text.
   */
  private static final Pattern WITH_CHARSET = Pattern.compile("^[a-z0-9]+_(?=uca1400_)");

  static MissingCharsets of(List<Collation> target) {
    Set<String> names = Charsets.canonicalCollations(target);
    Set<String> collations = new HashSet<>(names);
    names.forEach(name -> collations.add(WITH_CHARSET.matcher(name).replaceFirst("")));
    return new MissingCharsets(collations, Charsets.canonical(target));
  }

  /** Which of the words of an expression name one, with what stands before it. */
  List<String> among(Set<String> words) {
    return words.stream().filter(word -> isMissing(word, words)).toList();
  }

  private boolean isMissing(String word, Set<String> words) {
    if (word.startsWith(COLLATE)) {
      return !collations.contains(Charsets.canonicalCollation(word.substring(COLLATE.length())));
    }
    if (INTRODUCER.matcher(word).matches()) {
      return lacks(word.substring(1)) && !words.contains(word + "()");
    }
    return BEFORE_CHARSET.stream()
        .anyMatch(before -> word.startsWith(before) && lacks(word.substring(before.length())));
  }

  private boolean lacks(String charset) {
    return !charsets.contains(Charsets.canonical(charset));
  }
}
