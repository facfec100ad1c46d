package dev.precheck.app.cli.check;

import dev.precheck.spi.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names of tables and schemas on the command line. A backslash takes the next character literally,
 * as in the rules of {@link dev.precheck.spi.NamePattern}.
 */
public final class ObjectNames {

  /**
   * A table or view to migrate.
   *
   * @param target its name on the target; empty if only its schema's mapping decides
   */
  public record Listed(QualifiedName source, Optional<QualifiedName> target) {}

  /** A schema that has another name on the target. */
  public record SchemaMapping(String source, String target) {}

  private ObjectNames() {}

  /**
   * Reads {@code schema.table} or {@code schema.table=schema.table}.
   *
   * @throws IllegalArgumentException if it is neither; the message says why
   */
  public static Listed listed(String text) {
    List<String> names = split(text, '=');
    if (names.size() > 2) {
      throw refuse(text, "Write schema.table, or schema.table=schema.table for another name there");
    }
    Optional<QualifiedName> target =
        names.size() == 2 ? Optional.of(qualified(names.get(1), text)) : Optional.empty();
    return new Listed(qualified(names.get(0), text), target);
  }

  /**
   * Reads {@code old=new}.
   *
   * @throws IllegalArgumentException if it is not that
   */
  public static SchemaMapping mapping(String text) {
    List<String> names = split(text, '=');
    if (names.size() != 2) {
      throw refuse(text, "Write source=target, such as shop=warehouse");
    }
    return new SchemaMapping(literal(names.get(0), text), literal(names.get(1), text));
  }

  private static QualifiedName qualified(String text, String whole) {
    List<String> parts = split(text, '.');
    if (parts.size() != 2) {
      throw refuse(whole, "A name is schema.table; a dot within a name is written \\.");
    }
    return new QualifiedName(literal(parts.get(0), whole), literal(parts.get(1), whole));
  }

  /** The pattern that takes all of one schema, whatever characters its name has. */
  public static String everythingIn(String schema) {
    return schema.replaceAll("[\\\\.*?]", "\\\\$0") + ".*";
  }

  /** Parts between separators that no backslash precedes; backslashes stay. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == '\\') {
        at++;
      } else if (text.charAt(at) == separator) {
        parts.add(text.substring(start, at));
        start = at + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static String literal(String escaped, String whole) {
    String name = escaped.replaceAll("\\\\(.)", "$1");
    if (name.isEmpty()) {
      throw refuse(whole, "A name is empty");
    }
    if (escaped.replaceAll("\\\\.", "").matches(".*[*?].*")) {
      throw refuse(whole, "Here a name stands for one object; for patterns there is --include");
    }
    return name;
  }

  private static IllegalArgumentException refuse(String text, String why) {
    return new IllegalArgumentException("\"" + text + "\" is not understood. " + why + ".");
  }
}
