package dev.precheck.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** A caller's value within a sentence: short, on one line, and marked as a quotation. */
public final class Quote {

  private static final int SHOWN = 64;

  private Quote() {}

  /** The text, at most 64 characters of it. */
  public static String of(String value) {
    StringBuilder shown = new StringBuilder("`");
    value
        .codePoints()
        .limit(SHOWN)
        .map(c -> Character.isISOControl(c) || c == '`' ? '�' : c)
        .forEach(shown::appendCodePoint);
    return shown.append(value.codePointCount(0, value.length()) > SHOWN ? "…`" : "`").toString();
  }

  /** Numbers stand for themselves. */
  static String of(JsonNode value) {
    String text = value.asText();
    return value.isNumber() && text.length() <= SHOWN ? text : of(text);
  }
}
