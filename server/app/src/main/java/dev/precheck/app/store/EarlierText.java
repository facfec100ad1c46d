package dev.precheck.app.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lists and maps of findings as builds before V4 wrote them: not as JSON, but as Java prints them.
 * Where that has two meanings, the likelier one is taken.
 */
final class EarlierText {

  private static final String SEPARATOR = ", ";

  private EarlierText() {}

  /** A name in its parts. */
  static List<String> names(String text) {
    return isJson(text, '[') ? Json.list(text) : List.of(inner(text).split(SEPARATOR, -1));
  }

  /** Statements; nearly all findings have one at most. */
  static List<String> statements(String text) {
    return isJson(text, '[') ? Json.list(text) : List.of(inner(text));
  }

  static Map<String, String> arguments(String text) {
    if (isJson(text, '{')) {
      return Json.map(text);
    }
    Map<String, String> arguments = new TreeMap<>();
    for (String entry : inner(text).split(SEPARATOR, -1)) {
      int equals = entry.indexOf('=');
      if (equals > 0) {
        arguments.put(entry.substring(0, equals), entry.substring(equals + 1));
      }
    }
    return arguments;
  }

  private static boolean isJson(String text, char open) {
    return text.length() == 2 || text.startsWith(open + "\"");
  }

  private static String inner(String text) {
    return text.substring(1, text.length() - 1);
  }
}
