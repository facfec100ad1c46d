package dev.precheck.testkit.db;

import dev.precheck.spi.Facet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Statements that create the odd cases of a database, and beside each what the facets must say of
 * it.
 *
 * <p>It is read from {@code fixture/*.sql}. A statement ends with a semicolon at the end of a line.
 * A line {@code --= tables: t | VIEW} says that the facet {@code tables} has such a row: its
 * components less the schema, in their order.
 */
final class FacetFixture {

  private static final String EXPECTATION = "--= ";

  private final List<String> statements = new ArrayList<>();
  private final List<String> expectations = new ArrayList<>();

  private FacetFixture() {}

  /** Those of the family, of the product, and of the version, as far as there are any. */
  static FacetFixture of(TestDatabase database) {
    FacetFixture fixture = new FacetFixture();
    List.of(database.engine().family(), database.engine().id(), database.name()).stream()
        .map(name -> "fixture/" + name.toLowerCase(Locale.ROOT) + ".sql")
        .distinct()
        .forEach(fixture::read);
    return fixture;
  }

  List<String> statements() {
    return statements;
  }

  /** The rows that a facet must have, without their schema. */
  List<String> rows(Facet<?> facet) {
    String prefix = facet.name() + ": ";
    return expectations.stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }

  private void read(String resource) {
    StringBuilder statement = new StringBuilder();
    for (String line : lines(resource)) {
      if (line.startsWith(EXPECTATION)) {
        expectations.add(line.substring(EXPECTATION.length()));
      } else if (!line.isBlank() && !line.startsWith("--")) {
        statement.append(line).append('\n');
        if (line.endsWith(";")) {
          statements.add(statement.substring(0, statement.lastIndexOf(";")));
          statement.setLength(0);
        }
      }
    }
  }

  private static List<String> lines(String resource) {
    return Resources.find(resource).stream().flatMap(String::lines).toList();
  }
}
