package dev.precheck.checks.usertype;

import dev.precheck.spi.PgTypePart;
import dev.precheck.spi.PgTypePart.Kind;
import dev.precheck.spi.QualifiedName;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
        .map(part -> part.label() + " " + part.type())
        .collect(Collectors.joining(", "));
  }

  private List<PgTypePart> numbered() {
    return parts.stream()
        .filter(part -> part.position() > 0)
        .sorted(Comparator.comparingInt(PgTypePart::position))
        .toList();
  }

  /** What a domain or a range is over; empty for other types. */
  String over() {
    return parts.stream()
        .filter(part -> part.position() == 0 && !part.type().isEmpty())
        .map(PgTypePart::type)
        .findFirst()
        .orElse("");
  }

  /** The constraints of a domain. */
  List<PgTypePart> rules() {
    return parts.stream().filter(part -> !part.rule().isEmpty()).toList();
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
