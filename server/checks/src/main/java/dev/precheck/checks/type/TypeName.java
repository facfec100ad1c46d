package dev.precheck.checks.type;

import dev.precheck.spi.Column;
import dev.precheck.spi.Column.TypeKind;

/** What a column's type is called in the tables of this package. */
final class TypeName {

  /** Every type that has no line of its own. */
  static final String OTHER = "OTHER";

  /** Behind the name of a type, for a line about the columns of it that are counted up. */
  static final String COUNTED = " auto_increment";

  private TypeName() {}

  /**
   * MySQL's {@code int unsigned}, PostgreSQL's {@code int4}, {@code ARRAY} for all arrays and
   * alike, {@code numeric any} for one without a precision.
   */
  static String of(Column column) {
    if (column.typeKind() != TypeKind.BASE) {
      return column.typeKind().name();
    }
    if (column.typeName().equals("numeric") && column.precision() < 0) {
      return "numeric any";
    }
    return plain(column);
  }

  /** The same, but parameters make no other name. */
  static String plain(Column column) {
    boolean unsigned = column.fullType().contains(" unsigned");
    return column.typeName() + (unsigned && !column.typeName().equals("year") ? " unsigned" : "");
  }
}
