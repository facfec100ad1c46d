package dev.precheck.checks.expression;

import dev.precheck.checks.DataFile;
import dev.precheck.spi.Server;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A function or a piece of syntax that not every server of its family has.
 *
 * @param text {@code json_value()} for a function, else one or two words: {@code member of}
 * @param products the versions that have it, by the product's name
 */
public record Construct(String text, Map<String, Availability> products) {

  private static final String MYSQL = "MySQL";
  private static final String MARIADB = "MariaDB";
  private static final String POSTGRESQL = "PostgreSQL";

  /** All that are known, in the order of the tables, which name the sources. */
  public static List<Construct> all() {
    return Stream.concat(
            table("mysql-family.constructs", MYSQL, MARIADB),
            table("postgresql.constructs", POSTGRESQL))
        .toList();
  }

  private static Stream<Construct> table(String name, String... products) {
    return DataFile.read(Construct.class, name).rows().stream()
        .map(row -> new Construct(row.get(0), availabilities(row, products)));
  }

  private static Map<String, Availability> availabilities(List<String> row, String... products) {
    Map<String, Availability> availabilities = new HashMap<>();
    for (int i = 0; i < products.length; i++) {
      availabilities.put(products[i], Availability.parse(row.get(i + 1)));
    }
    return availabilities;
  }

  /** Whether a server has it; empty of a product of which that is not known. */
  public Optional<Boolean> isIn(Server server) {
    return Optional.ofNullable(products.get(product(server)))
        .map(versions -> versions.includes(server.number()));
  }

  /** Whose functions a server has. */
  static String product(Server server) {
    return server.product().equals("Percona Server") ? MYSQL : server.product();
  }

  public boolean isFunction() {
    return text.endsWith("()");
  }
}
