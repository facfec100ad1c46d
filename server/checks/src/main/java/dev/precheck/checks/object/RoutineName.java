package dev.precheck.checks.object;

import dev.precheck.spi.QualifiedName;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A routine of PostgreSQL by its name and the types of its arguments, as {@code shop.f} and {@code
 * integer, mood}.
 *
 * @param types without the schemas of those that users made: a server writes them or not, depending
 *     on its search path, and a plan may map them
 */
record RoutineName(QualifiedName bare, String types) {

  /** A name in quotes or without, and what tells that it is a schema's. */
  private static final Pattern NAME =
      Pattern.compile("(\"(?:[^\"]|\"\")*\"|[^\\s,.\"()\\[\\]]+)(\\.?)");

  /** Reads what catalogues tell; MySQL's have no arguments. */
  static RoutineName of(QualifiedName routine) {
    String name = routine.name();
    // A function's own name may hold parentheses too, and types have them at the end alone.
    int arguments = name.lastIndexOf('(');
    return arguments < 0 || !name.endsWith(")")
        ? new RoutineName(routine, "")
        : new RoutineName(
            new QualifiedName(routine.schema(), name.substring(0, arguments)),
            withoutSchemas(name.substring(arguments + 1, name.length() - 1)));
  }

  private static String withoutSchemas(String types) {
    return NAME.matcher(types).replaceAll(RoutineName::unlessSchema);
  }

  private static String unlessSchema(MatchResult name) {
    return name.group(2).isEmpty() ? Matcher.quoteReplacement(name.group(1)) : "";
  }
}
