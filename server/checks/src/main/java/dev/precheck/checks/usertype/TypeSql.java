package dev.precheck.checks.usertype;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.PgTypePart;
import dev.precheck.spi.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statements that create a type of the source under another name (PostgreSQL manual, CREATE TYPE,
 * CREATE DOMAIN and ALTER DOMAIN).
 *
 * @param schemas what the schemas of the source are called on the target
 */
record TypeSql(DatabaseEngine engine, UnaryOperator<String> schemas) {

  /**
   * What it is made of has to be there. A base type takes a library, a multirange comes with its
   * range, and a range with a canonical function takes a shell type, which that function needs.
   *
   * @return empty for these
   */
  Optional<String> create(UserType type, QualifiedName target) {
    String name = engine.quoted(target);
    return switch (type.kind()) {
      case ENUM -> Optional.of(EnumSql.create(engine, target, type.labels()));
      case DOMAIN -> type.base().map(base -> "CREATE DOMAIN " + name + " AS " + domain(type, base));
      case COMPOSITE -> Optional.of("CREATE TYPE " + name + " AS (" + attributes(type) + ")");
      case RANGE ->
          type.option("CANONICAL").isPresent()
              ? Optional.empty()
              : type.base()
                  .map(base -> "CREATE TYPE " + name + " AS RANGE (" + range(type, base) + ")");
      case MULTIRANGE, BASE -> Optional.empty();
    };
  }

  /** Gives a domain the default of another one. */
  String alterDefault(UserType type, QualifiedName target) {
    return "ALTER DOMAIN "
        + engine.quoted(target)
        + type.defaultValue().map(value -> " SET " + mapped(value)).orElse(" DROP DEFAULT");
  }

  private String domain(UserType type, PgTypePart base) {
    Stream<String> rules =
        type.rules().stream()
            .map(
                rule ->
                    rule.rule().startsWith("CHECK")
                        ? "CONSTRAINT " + engine.quoted(rule.label()) + " " + check(rule)
                        : rule.rule());
    return Stream.of(
            Stream.of(ofType(base) + collation(base)),
            type.defaultValue().map(this::mapped).stream(),
            rules)
        .flatMap(part -> part)
        .collect(Collectors.joining(" "));
  }

  /** A domain that is created has no values yet that it could not hold for. */
  private String check(PgTypePart rule) {
    return mapped(rule.rule().replaceAll(" NOT VALID$", ""));
  }

  private String attributes(UserType type) {
    return type.numbered().stream()
        .map(part -> engine.quoted(part.label()) + " " + ofType(part) + collation(part))
        .collect(Collectors.joining(", "));
  }

  private String range(UserType type, PgTypePart base) {
    String collation = base.collation();
    return Stream.concat(
            Stream.of("SUBTYPE = " + ofType(base)),
            Stream.concat(
                collation.isEmpty()
                    ? Stream.empty()
                    : Stream.of("COLLATION = " + mapped(collation)),
                List.of("SUBTYPE_OPCLASS", "SUBTYPE_DIFF", "MULTIRANGE_TYPE_NAME").stream()
                    .flatMap(
                        option ->
                            type.option(option).stream()
                                .map(value -> option + " = " + mapped(value)))))
        .collect(Collectors.joining(", "));
  }

  private String ofType(PgTypePart part) {
    return part.typeSchema().isEmpty()
        ? part.type()
        : engine.quoted(schemas.apply(part.typeSchema())) + "." + part.type();
  }

  private String collation(PgTypePart part) {
    return part.collation().isEmpty() ? "" : " COLLATE " + mapped(part.collation());
  }

  private String mapped(String sql) {
    return SchemaNames.mapped(engine, sql, schemas);
  }
}
