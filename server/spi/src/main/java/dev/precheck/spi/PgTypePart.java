package dev.precheck.spi;

/**
 * One part of a type that users made in the database, in whatever schema, those of extensions and
 * the row types of tables apart (PostgreSQL): a label of an enum, an attribute of a composite type,
 * what a domain or a range is over, a constraint of a domain. A type without parts has one row.
 * Sources: {@code pg_type}, {@code pg_enum}, {@code pg_attribute}, {@code pg_range} and {@code
 * pg_constraint}, which everybody may read.
 *
 * @param schema the schema of the type
 * @param name the type
 * @param kind what sort of type it is
 * @param position counts the labels and the attributes from 1, in their order, which a server may
 *     leave gaps in; 0 for other parts
 * @param label the label, or the name of the attribute or the constraint; empty for what a domain
 *     or a range is over
 * @param type the type of the part as it stands in DDL, without its schema; empty for labels and
 *     constraints
 * @param typeSchema where users made that type, or that which it is an array of; empty if it is the
 *     server's or an extension's
 * @param typeName that type; empty if it is the server's or an extension's
 * @param rule what a constraint demands, without the schema of the domain; else empty
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
    @DataLiteral(DataLiteral.Form.EXPRESSION) String rule) {

  public static final Facet<PgTypePart> FACET = Facet.ofServer("pg_type_parts", PgTypePart.class);

  /** The sorts of types. */
  public enum Kind {
    ENUM,
    DOMAIN,
    COMPOSITE,
    /** A range or, without parts, the multirange that comes with one. */
    RANGE,
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
