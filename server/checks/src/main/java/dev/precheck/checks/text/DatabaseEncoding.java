package dev.precheck.checks.text;

import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Collation;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Side;
import java.util.Locale;

/** The encoding of a PostgreSQL database, which holds for all its columns. */
final class DatabaseEncoding {

  static final Problem UNCHECKED =
      Problem.warning(
          "ENCODING_UNCHECKED",
          "The {side} database's encoding is SQL_ASCII: it takes any bytes for texts, and what they"
              + " mean is for applications to know.",
          "Make sure which encoding the texts really have, and use a database with that encoding.");

  private DatabaseEncoding() {}

  /**
   * Its name, for example {@code UTF8}; the item has to read {@link Collation} of the side.
   *
   * @throws IllegalStateException if the server did not tell
   */
  static String of(CheckContext context, Side side) {
    return context.facts(side).rows(Collation.FACET).stream()
        .filter(collation -> collation.collationName().isEmpty())
        .map(Collation::charset)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The database shows no encoding."));
  }

  static Finding unchecked(Side side) {
    return UNCHECKED
        .at(ObjectRef.endpoint(side))
        .with("side", side.name().toLowerCase(Locale.ROOT));
  }
}
