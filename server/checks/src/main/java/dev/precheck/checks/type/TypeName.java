package dev.precheck.checks.type;

import dev.precheck.spi.Column;
import dev.precheck.spi.Column.TypeKind;

/** What a column's type is called in the tables of this package. */
final class TypeName {

  /** Every type that has no line of its own. */
  static final String OTHER = "OTHER";

  /** What becomes of a domain beside what becomes of its base type. */
  static final String DOMAIN = TypeKind.DOMAIN.name();

  /** Behind the name of a type, for a line about the columns of it that are counted up. */
  static final String COUNTED = " auto_increment";

  private TypeName() {}

  /**
   * MySQL's {@code int unsigned}, PostgreSQL's {@code int4}, {@code ARRAY} for all arrays and
   * alike, {@code numeric any} for one without a precision.
   */
  static String of(Column column) {
    return column.typeKind() == TypeKind.BASE
        ? withoutPrecision(plain(column), column)
        : column.typeKind().name();
  }

  /** The same of what a domain is over. */
  static String base(Column domain) {
    return domain.baseKind() == TypeKind.BASE
        ? withoutPrecision(domain.baseType(), domain)
        : domain.baseKind().name();
  }

  private static String withoutPrecision(String name, Column column) {
    return name.equals("numeric") && column.precision() < 0 ? "numeric any" : name;
  }

  /** What a domain is over, for a sentence; PostgreSQL calls an array of {@code int4} _int4. */
  static String told(Column domain) {
    return domain.baseKind() == TypeKind.ARRAY
        ? domain.baseType().replaceFirst("^_", "") + "[]"
        : domain.baseType();
  }

  /** The same, but parameters make no other name. */
  static String plain(Column column) {
    boolean unsigned = column.fullType().contains(" unsigned");
    return column.typeName() + (unsigned && !column.typeName().equals("year") ? " unsigned" : "");
  }
}
