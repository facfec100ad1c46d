package dev.precheck.checks.usertype;

import dev.precheck.spi.DatabaseEngine;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The schemas in SQL as PostgreSQL prints it to a session without a search path: a name before a
 * dot and after none, outside texts. Of columns, which have a dot before them too, there are none
 * here.
 */
final class SchemaNames {

  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^']++|'')*+'"
              + "|(?<before>\\.?)(?<name>\"(?:[^\"]++|\"\")*+\"|[\\p{L}_][\\p{L}\\p{N}_$]*+)"
              + "(?=(?<after>\\.?))");

  private SchemaNames() {}

  /** The same SQL with each schema in quotes, under the name that it has there. */
  static String mapped(DatabaseEngine engine, String sql, UnaryOperator<String> schemas) {
    Matcher tokens = TOKEN.matcher(sql);
    return tokens.replaceAll(
        token -> Matcher.quoteReplacement(mapped(engine, token, tokens, schemas)));
  }

  private static String mapped(
      DatabaseEngine engine, MatchResult token, Matcher groups, UnaryOperator<String> schemas) {
    String name = groups.group("name");
    boolean schema =
        name != null && groups.group("before").isEmpty() && !groups.group("after").isEmpty();
    return schema ? engine.quoted(schemas.apply(plain(name))) : token.group();
  }

  private static String plain(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }
}
