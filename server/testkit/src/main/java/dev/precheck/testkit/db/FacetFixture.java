package dev.precheck.testkit.db;

import dev.precheck.spi.Facet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Statements that create the odd cases of a database, and beside each what a facet must say of it.
 *
 * <p>It is read from {@code fixture/<family>_family/<facet>.sql}, and from the same file for the
 * product and the version: {@code mysql/}, {@code mariadb/}, {@code mysql_8_0/}. A statement ends
 * with a semicolon at the end of a line. A line {@code --= t | VIEW} says that the facet has such a
 * row: its components less the first, the schema, in their order. {@code {schema}} is the schema's
 * name, quoted in a statement and plain in a row; in a row, {@code {quoted}} is that in quotes,
 * {@code {literal}} the quoted name inside a text, and {@code {user}} the account that reads. What
 * stands like {@code {(11)}} is a display width, which MySQL no longer shows since 8.0.19.
 */
final class FacetFixture {

  private static final String EXPECTATION = "--= ";
  private static final Pattern DISPLAY_WIDTH = Pattern.compile("\\{(\\(\\d+\\))}");

  private final List<String> statements = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();

  private final TestDatabase database;

  private FacetFixture(TestDatabase database) {
    this.database = database;
  }

  /** Those of the family, of the product, and of the version, as far as there are any. */
  static FacetFixture of(TestDatabase database, Facet<?> facet) {
    FacetFixture fixture = new FacetFixture(database);
    Stream.of(database.engine().family() + "_family", database.engine().id(), database.name())
        .map(name -> "fixture/" + name.toLowerCase(Locale.ROOT) + "/" + facet.name() + ".sql")
        .distinct()
        .forEach(fixture::read);
    return fixture;
  }

  List<String> statements(String quotedSchema) {
    return statements.stream().map(text -> text.replace("{schema}", quotedSchema)).toList();
  }

  /** The rows that the facet must have. */
  List<String> rows(String schema, String user) {
    String quoted = database.engine().quoted(schema);
    return rows.stream()
        .map(row -> row.replace("{schema}", schema).replace("{user}", user))
        .map(row -> row.replace("{quoted}", quoted))
        .map(row -> row.replace("{literal}", quoted.replace("'", "''")))
        .map(row -> DISPLAY_WIDTH.matcher(row).replaceAll(showsDisplayWidth() ? "$1" : ""))
        .map(row -> schema + " | " + row)
        .toList();
  }

  private boolean showsDisplayWidth() {
    return database != TestDatabase.MYSQL_9_7;
  }

  private void read(String resource) {
    StringBuilder statement = new StringBuilder();
    for (String line : lines(resource)) {
      if (line.startsWith(EXPECTATION)) {
        rows.add(line.substring(EXPECTATION.length()));
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
