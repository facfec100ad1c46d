package dev.precheck.checks.name;

import dev.precheck.spi.Server;
import dev.precheck.spi.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words that a release of a server does not take for a column's name without quotes, upper
 * case. They stand in {@code words/}, a file for each release, which says where they are from.
 *
 * @param release the release that they are from
 */
record ReservedWords(Version release, Set<String> words) {

  private static final Map<String, List<ReservedWords>> KNOWN =
      Map.of(
          "MySQL",
          List.of(
              read("mysql-5.7", Version.of(5, 7)),
              read("mysql-8.0", Version.of(8, 0)),
              read("mysql-8.0.31", new Version(8, 0, 31)),
              read("mysql-8.4", Version.of(8, 4)),
              read("mysql-9.7", Version.of(9, 7))),
          "MariaDB",
          List.of(
              read("mariadb-10.11", Version.of(10, 11)), read("mariadb-11.4", Version.of(11, 4))),
          "PostgreSQL",
          List.of(
              read("postgresql-14", Version.of(14, 0)), read("postgresql-18", Version.of(18, 0))),
          "H2",
          List.of(read("h2-2", Version.of(2, 0))));

  /** Those of the newest known release that is not newer than the server's, or of the oldest. */
  static Optional<ReservedWords> of(Server server) {
    String product = server.product().equals("Percona Server") ? "MySQL" : server.product();
    List<ReservedWords> known = KNOWN.getOrDefault(product, List.of());
    return known.stream()
        .filter(list -> list.release().compareTo(server.number()) <= 0)
        .max(Comparator.comparing(ReservedWords::release))
        .or(() -> known.stream().findFirst());
  }

  boolean has(String name) {
    return words.contains(name.toUpperCase(Locale.ROOT));
  }

  private static ReservedWords read(String file, Version release) {
    try (InputStream text = ReservedWords.class.getResourceAsStream("words/" + file + ".txt")) {
      if (text == null) {
        throw new IllegalStateException("There is no list of words " + file + ".");
      }
      return new ReservedWords(
          release,
          new String(text.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
