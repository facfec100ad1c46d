package dev.precheck.engine;

/** The beginning of a text that may be long. */
final class Cut {

  private Cut() {}

  /** At most so many characters, never half of one that takes two. */
  static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }

  /** The same, and how long it is where something is missing. */
  static String counted(String text, int most) {
    String beginning = of(text, most);
    return beginning.length() == text.length()
        ? text
        : beginning + "… (" + text.length() + " characters)";
  }
}
