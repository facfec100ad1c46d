package dev.precheck.stub.http;

import dev.precheck.wire.Quote;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import io.micronaut.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the header Prefer asks for (RFC 7240). Names are those of Prism where it has them; others
 * are ignored, as the RFC has it.
 */
final class Preferences {

  static final String HEADER = "Prefer";
  static final String APPLIED = "Preference-Applied";

  /** Every preference, with what it does. */
  static final Map<String, String> KNOWN =
      new TreeMap<>(
          Map.of(
              "code", "the HTTP status of the answer, for example code=404",
              "example", "the name of the answer's example, for example example=unknownPreCheck",
              "dynamic", "dynamic=true: data made up from the schema",
              "seed", "a whole number: the same seed makes the same dynamic data up",
              "scenario", "on SubmitPreCheck: how the precheck goes",
              "pace",
                  "on SubmitPreCheck: milliseconds that a step lasts, instead of until next call",
              "delay", "milliseconds before the request is answered, at most 60000",
              "fault", "busy, unavailable, reset or truncated: the call fails in this way",
              "times", "only the first so many calls of the action with this fault fail"));

  private static final Preferences NONE = new Preferences(Map.of());
  private static final Pattern PREFERENCE =
      Pattern.compile("([A-Za-z][A-Za-z-]*)\\s*(?:=\\s*(?:\"([^\"]*)\"|([^\\s,;\"]*)))?");
  private static final long MAX_DELAY = 60_000;
  private static final long MAX_PACE = 3_600_000;

  private final Map<String, String> values;

  private Preferences(Map<String, String> values) {
    this.values = values;
  }

  /** Those of a request. */
  static Preferences of(HttpRequest<?> request) {
    List<String> headers = request.getHeaders().getAll(HEADER);
    if (headers.isEmpty()) {
      return NONE;
    }
    Map<String, String> values = new TreeMap<>();
    Matcher preference = PREFERENCE.matcher(String.join(",", headers));
    while (preference.find()) {
      String quoted = preference.group(2);
      String value = quoted == null ? preference.group(3) : quoted;
      if (KNOWN.containsKey(preference.group(1))) {
        values.putIfAbsent(preference.group(1), value == null ? "true" : value);
      }
    }
    return new Preferences(values);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Whether a particular answer is asked for, and not the usual one or that of a story. */
  boolean pickAnswer() {
    return values.containsKey("code") || values.containsKey("example") || isDynamic();
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  boolean isDynamic() {
    return text("dynamic").filter("true"::equalsIgnoreCase).isPresent();
  }

  OptionalLong code() {
    return number("code", 100, 599);
  }

  OptionalLong seed() {
    return number("seed", Long.MIN_VALUE, Long.MAX_VALUE);
  }

  OptionalLong times() {
    return number("times", 1, Integer.MAX_VALUE);
  }

  /** Before the answer; zero if nobody asked for one. */
  Duration delay() {
    return Duration.ofMillis(number("delay", 0, MAX_DELAY).orElse(0));
  }

  Optional<Duration> pace() {
    OptionalLong pace = number("pace", 1, MAX_PACE);
    return pace.isPresent() ? Optional.of(Duration.ofMillis(pace.getAsLong())) : Optional.empty();
  }

  private OptionalLong number(String name, long least, long most) {
    String value = values.get(name);
    if (value == null) {
      return OptionalLong.empty();
    }
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return OptionalLong.of(number);
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw unmet(name, "it takes a whole number from " + least + " to " + most + ".");
  }

  /** A refusal; it has an HTTP status of its own on both wire forms. */
  ApiException unmet(String name, String why) {
    return new ApiException(
            ErrorCode.NOT_ACCEPTABLE,
            "The preference "
                + name
                + "="
                + Quote.of(values.getOrDefault(name, ""))
                + " cannot be met: "
                + why)
        .advice("Correct the header Prefer. GET /__stub lists operations, examples and scenarios.");
  }

  /** Those that were understood, for the header Preference-Applied. */
  String applied() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
