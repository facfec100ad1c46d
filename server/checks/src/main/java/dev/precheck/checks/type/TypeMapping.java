package dev.precheck.checks.type;

import dev.precheck.checks.DataFile;
import dev.precheck.checks.Families;
import dev.precheck.spi.Column;
import dev.precheck.spi.Column.Identity;
import dev.precheck.spi.Column.TypeKind;
import dev.precheck.spi.DatabaseEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What types become when tables are created in a database of another kind: the tables {@code
 * *.pairs} of this package.
 */
public final class TypeMapping {

  /**
   * What becomes of one type.
   *
   * @param target the type that holds it, in words of the target's DDL
   * @param change what is lost, as a sentence; empty if nothing is
   */
  public record Mapped(String target, Fidelity fidelity, String change) {

    /** The same for a column that is too large for the type in MySQL and MariaDB. */
    public Mapped withinLimits(Column column) {
      return TypeLimits.exceeded(target, column)
          .map(change -> new Mapped("none", Fidelity.UNSUPPORTED, change))
          .orElse(this);
    }

    /** The same for a column of a domain over the type, where domains become something else too. */
    private Mapped inDomain(Column column, Mapped domain) {
      String over = "It is a domain over " + TypeName.told(column) + ".";
      return fidelity == Fidelity.UNSUPPORTED
          ? new Mapped(target, fidelity, over + " " + change)
          : new Mapped(
              target,
              fidelity.and(domain.fidelity),
              Stream.of(over, change, domain.change)
                  .filter(sentence -> !sentence.isEmpty())
                  .collect(Collectors.joining(" ")));
    }
  }

  private static final Map<String, Map<String, Mapped>> ALL =
      Map.of(
          "mysql-postgresql", read("mysql-postgresql"),
          "mariadb-postgresql", read("mysql-postgresql"),
          "postgresql-mysql", read("postgresql-mysql"),
          "postgresql-mariadb", read("postgresql-mariadb"),
          "mysql-mariadb", read("mysql-mariadb"),
          "mariadb-mysql", read("mariadb-mysql"));

  private final DatabaseEngine source;
  private final boolean oneFamily;
  private final Map<String, Mapped> bySource;

  private TypeMapping(DatabaseEngine source, DatabaseEngine target, Map<String, Mapped> bySource) {
    this.source = source;
    this.oneFamily = Families.areOne(source, target);
    this.bySource = bySource;
  }

  static Map<String, Mapped> read(String pair) {
    Map<String, Mapped> types = new LinkedHashMap<>();
    for (List<String> row : DataFile.read(TypeMapping.class, pair + ".pairs").rows()) {
      Fidelity fidelity = Fidelity.valueOf(row.get(2));
      types.put(row.get(0), new Mapped(row.get(1), fidelity, row.get(3)));
    }
    return types;
  }

  /** The mapping of a pair; empty where both are of one kind, or nothing is known of the pair. */
  public static Optional<TypeMapping> between(DatabaseEngine source, DatabaseEngine target) {
    return Optional.ofNullable(ALL.get((source.id() + "-" + target.id()).toLowerCase(Locale.ROOT)))
        .map(types -> new TypeMapping(source, target, types));
  }

  /** Whether the pair has a mapping or needs none. */
  public static boolean covers(DatabaseEngine source, DatabaseEngine target) {
    return source.equals(target) || between(source, target).isPresent();
  }

  /**
   * What becomes of a column of the source. A pair of one family lists only what changes. A domain
   * becomes what its base type becomes.
   *
   * @return empty for a type that nothing is known of
   */
  public Optional<Mapped> of(Column column) {
    Mapped domain = bySource.get(TypeName.DOMAIN);
    return domain != null && column.typeKind() == TypeKind.DOMAIN
        ? listed(column, TypeName.base(column)).map(base -> base.inDomain(column, domain))
        : listed(column, TypeName.of(column));
  }

  private Optional<Mapped> listed(Column column, String name) {
    Mapped counted = bySource.get(name + TypeName.COUNTED);
    if (counted != null && column.identity() == Identity.AUTO_INCREMENT) {
      return Optional.of(counted);
    }
    Mapped listed = bySource.getOrDefault(name, bySource.get(TypeName.OTHER));
    if (listed != null) {
      return Optional.of(listed);
    }
    return oneFamily && ValueSpaces.of(source, column).isPresent()
        ? Optional.of(new Mapped(column.fullType(), Fidelity.SAME, ""))
        : Optional.empty();
  }

  /**
   * The type of what becomes of a column, in words of the target's DDL.
   *
   * @return empty for a type that nothing is known of
   */
  public Optional<String> targetType(Column column) {
    return of(column).map(Mapped::target);
  }
}
