package dev.precheck.checks.usertype;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.PgTypePart;
import dev.precheck.spi.PgTypePart.Kind;
import dev.precheck.spi.QualifiedName;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A type that users made.
 *
 * @param parts at least one; see {@link PgTypePart}
 */
record UserType(QualifiedName name, Kind kind, List<PgTypePart> parts) {

  /** Of an enum, in their order. */
  List<String> labels() {
    return numbered().stream().map(PgTypePart::label).toList();
  }

  /** Of a composite type, in their order: {@code id integer, name text}. */
  String attributes() {
    return numbered().stream()
        .map(part -> part.label() + " " + part.type() + collation(part))
        .collect(Collectors.joining(", "));
  }

  private static String collation(PgTypePart part) {
    return part.collation().isEmpty() ? "" : " COLLATE " + part.collation();
  }

  /** The labels of an enum or the attributes of a composite type, in their order. */
  List<PgTypePart> numbered() {
    return parts.stream()
        .filter(part -> part.position() > 0)
        .sorted(Comparator.comparingInt(PgTypePart::position))
        .toList();
  }

  /** What a domain or a range is over, or the range that a multirange comes with. */
  Optional<PgTypePart> base() {
    return parts.stream()
        .filter(part -> part.position() == 0 && !part.type().isEmpty())
        .findFirst();
  }

  /** Its type; empty for other types. */
  String over() {
    return base().map(PgTypePart::type).orElse("");
  }

  /** Its collation, where that is not the type's own; empty for other types. */
  String collation() {
    return base().map(PgTypePart::collation).orElse("");
  }

  /** The constraints of a domain. */
  List<PgTypePart> rules() {
    return parts.stream()
        .filter(part -> part.rule().startsWith("CHECK") || part.rule().equals("NOT NULL"))
        .toList();
  }

  /** The default of a domain, with the word before it. */
  Optional<String> defaultValue() {
    return parts.stream().map(PgTypePart::rule).filter(r -> r.startsWith("DEFAULT ")).findFirst();
  }

  /** What a range was created with. */
  Optional<String> option(String name) {
    return kind == Kind.RANGE
        ? parts.stream().filter(part -> part.label().equals(name)).map(PgTypePart::rule).findFirst()
        : Optional.empty();
  }

  /** The same type, in whose SQL schemas stand in quotes and under other names. */
  UserType in(DatabaseEngine engine, UnaryOperator<String> schemas) {
    return new UserType(
        name,
        kind,
        parts.stream()
            .map(
                part ->
                    new PgTypePart(
                        part.schema(),
                        part.name(),
                        part.kind(),
                        part.position(),
                        part.label(),
                        part.type(),
                        part.typeSchema(),
                        part.typeName(),
                        SchemaNames.mapped(engine, part.collation(), schemas),
                        SchemaNames.mapped(engine, part.rule(), schemas)))
            .toList());
  }

  /** The parts that are of a type that users made, or of an array of one. */
  List<PgTypePart> madeOf() {
    return parts.stream().filter(part -> !part.typeName().isEmpty()).toList();
  }

  /** For a sentence. */
  String noun() {
    String word = kind.name().toLowerCase(Locale.ROOT);
    return kind == Kind.ENUM || kind == Kind.DOMAIN ? word : word + " type";
  }
}
