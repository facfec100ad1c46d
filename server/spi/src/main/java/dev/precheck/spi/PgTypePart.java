package dev.precheck.spi;

/**
 * One part of a type that users made in the database, in whatever schema, those of extensions and
 * the row types of tables apart (PostgreSQL): a label of an enum, an attribute of a composite type,
 * what a domain or a range is over, a constraint of a domain or its default, an option of a range.
 * A type without parts has one row. Sources: {@code pg_type}, {@code pg_enum}, {@code
 * pg_attribute}, {@code pg_range} and {@code pg_constraint}, which everybody may read.
 *
 * @param schema the schema of the type
 * @param name the type
 * @param kind what sort of type it is
 * @param position counts the labels and the attributes from 1, in their order, which a server may
 *     leave gaps in; 0 for other parts
 * @param label the label, the name of the attribute or the constraint, {@code NOT NULL} or {@code
 *     DEFAULT} of a domain, or the option of a range as CREATE TYPE calls it; empty for what a
 *     domain or a range is over, and for the range that a multirange comes with
 * @param type the type of the part as it stands in DDL, without its schema; empty for labels,
 *     constraints and options
 * @param typeSchema where that type is, or that which it is an array of; empty if it is the
 *     server's
 * @param typeName that type, if users made it; empty if it is the server's or an extension's
 * @param collation the collation of the part as it stands in DDL, with its schema; empty if it is
 *     the type's own, or has none
 * @param rule what a constraint demands, a default with the word before it, or the value of an
 *     option, as the server prints it: names that are not its own have their schemas; else empty
 */
public record PgTypePart(
    String schema,
    String name,
    Kind kind,
    int position,
    String label,
    String type,
    String typeSchema,
    String typeName,
    String collation,
    @DataLiteral(DataLiteral.Form.EXPRESSION) String rule) {

  public static final Facet<PgTypePart> FACET = Facet.ofServer("pg_type_parts", PgTypePart.class);

  /** The sorts of types. */
  public enum Kind {
    ENUM,
    DOMAIN,
    COMPOSITE,
    RANGE,
    /** Comes with a range and cannot be made without it. */
    MULTIRANGE,
    /** One whose values functions of a library read and write. */
    BASE
  }

  /** The type that this is a part of. */
  public QualifiedName qualified() {
    return new QualifiedName(schema, name);
  }

  /** What the part is of, if {@link #typeName} says so. */
  public QualifiedName ofType() {
    return new QualifiedName(typeSchema, typeName);
  }
}
