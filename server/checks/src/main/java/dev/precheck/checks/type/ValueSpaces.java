package dev.precheck.checks.type;

import dev.precheck.checks.DataFile;
import dev.precheck.spi.Column;
import dev.precheck.spi.Column.TypeKind;
import dev.precheck.spi.DatabaseEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of one database: the tables {@code *.types} of this package. */
public final class ValueSpaces {

  private static final Map<DatabaseEngine, ValueSpaces> ALL =
      Map.of(
          DatabaseEngine.MYSQL, read("mysql.types", 4),
          DatabaseEngine.MARIADB, read("mysql.types", 5),
          DatabaseEngine.POSTGRESQL, read("postgresql.types", 4));

  private static final ValueSpace LABELS = new ValueSpace(ValueSpace.Kind.ENUM, "", "", "");

  private final Map<String, ValueSpace> byName;

  private ValueSpaces(Map<String, ValueSpace> byName) {
    this.byName = byName;
  }

  private static ValueSpaces read(String file, int since) {
    Map<String, ValueSpace> spaces = new HashMap<>();
    for (List<String> row : DataFile.read(ValueSpaces.class, file).rows()) {
      ValueSpace.Kind kind = ValueSpace.Kind.valueOf(row.get(1));
      spaces.put(row.get(0), new ValueSpace(kind, row.get(2), row.get(3), row.get(since)));
    }
    return new ValueSpaces(spaces);
  }

  /** What a column of that database may hold; empty for a type that no table tells of. */
  static Optional<ValueSpace> of(DatabaseEngine engine, Column column) {
    return of(engine, column.typeKind(), TypeName.plain(column));
  }

  /** The same of a domain: no more than its base type holds. */
  static Optional<ValueSpace> ofBase(DatabaseEngine engine, Column domain) {
    return of(engine, domain.baseKind(), domain.baseType());
  }

  private static Optional<ValueSpace> of(DatabaseEngine engine, TypeKind kind, String name) {
    if (kind == TypeKind.ENUM) {
      return Optional.of(LABELS);
    }
    return kind == TypeKind.BASE
        ? Optional.ofNullable(ALL.get(engine)).map(spaces -> spaces.byName.get(name))
        : Optional.empty();
  }

  /**
   * The first version of a database that has a column's type: empty if every supported version has
   * it, or nothing is known of it.
   *
   * @return for example {@code 10.7}, or {@code never}
   */
  public static Optional<String> since(DatabaseEngine engine, Column column) {
    return since(of(engine, column));
  }

  /** The same of a type that a mapping names. */
  public static Optional<String> since(DatabaseEngine engine, String type) {
    return since(Optional.ofNullable(ALL.get(engine)).map(spaces -> spaces.byName.get(type)));
  }

  private static Optional<String> since(Optional<ValueSpace> space) {
    return space.map(ValueSpace::since).filter(version -> !version.isEmpty());
  }
}
