package dev.precheck.checks.expression;

import dev.precheck.checks.DataFile;
import dev.precheck.spi.Server;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function or a piece of syntax that not every server of MySQL's family has.
 *
 * @param text {@code json_value()} for a function, else one or two words: {@code member of}
 * @param products the versions that have it, by the product's name
 */
public record Construct(String text, Map<String, Availability> products) {

  private static final String MYSQL = "MySQL";
  private static final String MARIADB = "MariaDB";

  /** All that are known, in the order of the table, which names the sources. */
  public static List<Construct> all() {
    return DataFile.read(Construct.class, "mysql-family.constructs").rows().stream()
        .map(Construct::of)
        .toList();
  }

  private static Construct of(List<String> row) {
    return new Construct(
        row.get(0),
        Map.of(
            MYSQL, Availability.parse(row.get(1)),
            MARIADB, Availability.parse(row.get(2))));
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
