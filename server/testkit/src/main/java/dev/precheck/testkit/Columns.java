package dev.precheck.testkit;

import dev.precheck.spi.Column;
import dev.precheck.spi.Column.DefaultKind;
import dev.precheck.spi.Column.Generation;
import dev.precheck.spi.Column.Identity;
import dev.precheck.spi.Column.TypeKind;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Columns for cases, from the type as it stands in DDL: {@code Columns.mysql("shop.t", "id", "int
 * unsigned")}. They may hold NULL and have no default unless told otherwise.
 */
public final class Columns {

  private static final Pattern TYPE =
      Pattern.compile("([a-z_0-9 ]+?)(?:\\((.*)\\))?( unsigned.*)?");
  private static final Set<String> TIMES =
      Set.of("time", "timetz", "timestamp", "timestamptz", "datetime", "interval");
  private static final int BYTES_PER_CHARACTER = 4;

  private final String table;
  private final String name;
  private String typeName;
  private String fullType;
  private final boolean postgreSql;
  private int position = 1;
  private TypeKind kind = TypeKind.BASE;
  private String baseType = "";
  private TypeKind baseKind = TypeKind.BASE;
  private String typeSchema;
  private long characters;
  private long octets;
  private int precision = -1;
  private int scale = -1;
  private boolean nullable = true;
  private boolean refusesNull;
  private DefaultKind defaultKind = DefaultKind.NONE;
  private String defaultValue = "";
  private Generation generation = Generation.NONE;
  private String generationExpression = "";
  private Identity identity = Identity.NONE;
  private boolean onUpdate;
  private boolean invisible;
  private String charset = "";
  private String collation = "";

  private Columns(String table, String name, String fullType, boolean postgreSql) {
    this.table = table;
    this.name = name;
    this.fullType = fullType;
    this.postgreSql = postgreSql;
    typeSchema = postgreSql ? "pg_catalog" : "";
    Matcher type = TYPE.matcher(fullType);
    if (!type.matches()) {
      throw new IllegalArgumentException(fullType);
    }
    typeName = type.group(1).replace(" unsigned", "");
    parameters(type.group(2) == null ? "" : type.group(2));
  }

  /** A column of a table {@code schema.table} of MySQL or MariaDB. */
  public static Columns mysql(String table, String name, String type) {
    Columns column = new Columns(table, name, type, false);
    if (Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set")
        .contains(column.typeName)) {
      column.collated("utf8mb4", "utf8mb4_general_ci");
    }
    return column;
  }

  /**
   * A column of PostgreSQL, its type by {@code pg_type.typname}: {@code int4}, {@code varchar(20)}.
   */
  public static Columns postgresql(String table, String name, String type) {
    return new Columns(table, name, type, true);
  }

  private void parameters(String list) {
    if (typeName.contains("char") || typeName.contains("binary") || typeName.contains("bit")) {
      characters = list.isEmpty() ? 0 : Long.parseLong(list);
      octets = postgreSql ? 0 : characters * (typeName.contains("char") ? BYTES_PER_CHARACTER : 1);
    } else if (typeName.equals("numeric") || typeName.equals("decimal")) {
      String[] digits = list.split(",", -1);
      precision = list.isEmpty() ? -1 : Integer.parseInt(digits[0].strip());
      scale = list.isEmpty() ? -1 : digits.length > 1 ? Integer.parseInt(digits[1].strip()) : 0;
    } else if (TIMES.contains(typeName)) {
      int all = postgreSql ? 6 : 0;
      precision = list.isEmpty() ? all : Integer.parseInt(list);
    }
  }

  public Columns at(int ordinal) {
    position = ordinal;
    return this;
  }

  public Columns notNull() {
    nullable = false;
    refusesNull = true;
    return this;
  }

  /** Refuses NULL in new rows; whether older ones have it was never looked at (PostgreSQL 18). */
  public Columns notNullNotValid() {
    refusesNull = true;
    return this;
  }

  /** A type of PostgreSQL of another sort, over or of a type. */
  public Columns of(TypeKind sort, String base) {
    kind = sort;
    baseType = base;
    return this;
  }

  /**
   * A domain of PostgreSQL over a type of some sort; the column was given what the domain is over,
   * by its {@code pg_type.typname} and with its parameters.
   */
  public Columns domain(String domain, TypeKind overSort) {
    kind = TypeKind.DOMAIN;
    baseType = typeName;
    baseKind = overSort;
    typeName = domain;
    fullType = domain;
    return this;
  }

  /** A type of PostgreSQL that users made, in a schema. */
  public Columns in(String schemaOfType, TypeKind sort, String base) {
    typeSchema = schemaOfType;
    return of(sort, base);
  }

  public Columns literal(String value) {
    defaultKind = DefaultKind.LITERAL;
    defaultValue = value;
    return this;
  }

  public Columns expression(String value) {
    defaultKind = DefaultKind.EXPRESSION;
    defaultValue = value;
    return this;
  }

  public Columns generated(Generation kept) {
    return generated(kept, kept == Generation.NONE ? "" : "a + 1");
  }

  public Columns generated(Generation kept, String expression) {
    generation = kept;
    generationExpression = expression;
    return this;
  }

  public Columns counted(Identity by) {
    identity = by;
    return this;
  }

  public Columns onUpdate() {
    onUpdate = true;
    return this;
  }

  public Columns invisible() {
    invisible = true;
    return this;
  }

  public Columns collated(String characterSet, String collationName) {
    charset = characterSet;
    collation = collationName;
    return this;
  }

  /** The row. */
  public Column build() {
    int dot = table.indexOf('.');
    return new Column(
        table.substring(0, dot),
        table.substring(dot + 1),
        name,
        position,
        typeName,
        typeSchema,
        kind,
        baseType,
        baseKind,
        fullType,
        characters,
        octets,
        precision,
        scale,
        nullable,
        refusesNull,
        defaultKind,
        defaultValue,
        generation,
        generationExpression,
        identity,
        onUpdate,
        invisible,
        charset,
        collation);
  }
}
