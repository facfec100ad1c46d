package dev.precheck.checks.usertype;

import dev.precheck.spi.PgTypePart;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * In what two types differ, labels and the default and collation of domains apart. What their parts
 * are is a pair of its own. Schemas have to have the names that they have on the target.
 */
final class TypeDifference {

  private static final String NAME = "(\"([^\"]|\"\")*\"|[a-z_][a-z0-9_$]*)";

  /** PostgreSQL prints other casts for the same constraint once its text has been read again. */
  private static final Pattern CAST =
      Pattern.compile(
          "::"
              + NAME
              + "(\\."
              + NAME
              + ")?( varying| precision)?(\\([0-9,]+\\))?( with(out)? time zone)?(\\[])*");

  private static final Pattern NEEDLESS =
      Pattern.compile("\\((VALUE|'([^']|'')*'|-?[0-9.]+|ARRAY\\[[^\\[\\]]*])\\)");

  private TypeDifference() {}

  /** Completes "It differs: ", without a full stop. */
  static Optional<String> between(UserType source, UserType target) {
    if (source.kind() != target.kind()) {
      return Optional.of(text("it is of another kind", source.noun(), target.noun()));
    }
    return switch (source.kind()) {
      case DOMAIN -> over(source, target).or(() -> rules(source, target));
      case RANGE ->
          over(source, target)
              .or(() -> unequal("its collation", source.collation(), target.collation()))
              .or(() -> option("SUBTYPE_OPCLASS", source, target))
              .or(() -> option("CANONICAL", source, target));
      case COMPOSITE -> unequal("its attributes", source.attributes(), target.attributes());
      case ENUM, MULTIRANGE, BASE -> Optional.empty();
    };
  }

  private static Optional<String> over(UserType source, UserType target) {
    return unequal("what it is over", source.over(), target.over());
  }

  private static Optional<String> option(String name, UserType source, UserType target) {
    return unequal("its " + name, source.option(name).orElse(""), target.option(name).orElse(""));
  }

  private static Optional<String> unequal(String what, String source, String target) {
    return source.equals(target) ? Optional.empty() : Optional.of(text(what, source, target));
  }

  /** Whether two domains have the same default, be it none. */
  static boolean sameDefault(UserType source, UserType target) {
    return source
        .defaultValue()
        .map(TypeDifference::plain)
        .equals(target.defaultValue().map(TypeDifference::plain));
  }

  private static Optional<String> rules(UserType source, UserType target) {
    String before = missing(source.rules(), target.rules());
    String after = missing(target.rules(), source.rules());
    return before.isEmpty() && after.isEmpty()
        ? Optional.empty()
        : Optional.of(text("constraints that only one of them has", before, after));
  }

  private static String missing(List<PgTypePart> rules, List<PgTypePart> others) {
    Set<String> known =
        others.stream().map(other -> plain(other.rule())).collect(Collectors.toSet());
    return rules.stream()
        .filter(rule -> !known.contains(plain(rule.rule())))
        .map(PgTypePart::label)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String plain(String rule) {
    String before = "";
    String after = CAST.matcher(rule.replaceAll(" NOT VALID$", "")).replaceAll("");
    while (!after.equals(before)) {
      before = after;
      after = NEEDLESS.matcher(before).replaceAll("$1");
    }
    return after;
  }

  private static String text(String what, String source, String target) {
    return what + ": " + told(source) + " on the source, " + told(target) + " on the target";
  }

  private static String told(String text) {
    return text.isEmpty() ? "none" : text;
  }
}
