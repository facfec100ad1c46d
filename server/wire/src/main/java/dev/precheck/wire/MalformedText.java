package dev.precheck.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.micronaut.core.annotation.Nullable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says why a text is no JSON. The parser's own words quote the text, which may hold a password, so
 * no more than a single character or a member's name is taken from them.
 */
final class MalformedText {

  private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.{1,200})'.*");
  private static final Pattern CHARACTER =
      Pattern.compile("Unexpected character \\('(.)' \\(code \\d+.*\\)\\): (.*)", Pattern.DOTALL);

  private MalformedText() {}

  /** Line and column, from 1, with a colon; empty if nobody knows. */
  static String place(@Nullable JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? ""
        : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
  }

  static String of(JsonProcessingException failure) {
    String words = failure.getOriginalMessage();
    Matcher duplicate = DUPLICATE.matcher(words);
    if (duplicate.matches()) {
      return "the member " + Quote.of(duplicate.group(1)) + " stands there twice.";
    }
    if (failure instanceof StreamConstraintsException) {
      return words.contains("nesting depth")
          ? "it is nested more than " + BodyReader.MAX_DEPTH + " levels deep."
          : "a number or a text in it is too long.";
    }
    if (failure instanceof JsonEOFException) {
      return "the text ends too early.";
    }
    Matcher character = CHARACTER.matcher(words);
    if (character.matches()) {
      return "unexpected character " + Quote.of(character.group(1)) + expected(character.group(2));
    }
    return byBeginning(words);
  }

  private static String byBeginning(String words) {
    if (words.startsWith("Invalid UTF-8")) {
      return "the text is not UTF-8.";
    }
    if (words.startsWith("Illegal unquoted character")) {
      return "a text holds a control character; write a line break as \\n.";
    }
    if (words.startsWith("Unrecognized character escape")) {
      return "a backslash stands before a character that needs none; write \\\\ for a backslash.";
    }
    if (words.startsWith("Unrecognized token")) {
      return "a value is missing or has no quotes around it.";
    }
    return "the text is no JSON.";
  }

  private static String expected(String words) {
    if (words.startsWith("was expecting double-quote")) {
      return "; the name of a member in double quotes has to stand here.";
    }
    if (words.startsWith("was expecting comma")) {
      return "; a comma or the closing bracket has to stand here.";
    }
    if (words.startsWith("was expecting a colon")) {
      return "; a colon has to stand between the name of a member and its value.";
    }
    if (words.contains("expected a valid value") || words.startsWith("expected a value")) {
      return "; a value has to stand here, texts in double quotes.";
    }
    return ".";
  }
}
