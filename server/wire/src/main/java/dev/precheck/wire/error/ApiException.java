package dev.precheck.wire.error;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A call that cannot be answered, and what to tell the caller. It is an answer, not a fault of the
 * server: it has no stack trace and is not logged.
 */
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  private record Failure(
      ErrorCode code,
      String advice,
      Map<String, String> context,
      List<Violation> violations,
      OptionalInt retryAfter) {}

  private ApiException(String message, Failure failure) {
    super(message, null, false, false);
    this.failure = failure;
  }

  /**
   * A failure with the advice that its code has.
   *
   * @param message what is wrong: which member, which value
   */
  public ApiException(ErrorCode code, String message) {
    this(message, new Failure(code, code.advice(), Map.of(), List.of(), OptionalInt.empty()));
  }

  /** Faults of the request body, at least one. */
  public static ApiException violations(ErrorCode code, List<Violation> violations) {
    String first = violations.get(0).text();
    String message =
        violations.size() == 1
            ? first
            : "The request has " + violations.size() + " faults. The first: " + first;
    return new ApiException(
        message, new Failure(code, code.advice(), Map.of(), violations, OptionalInt.empty()));
  }

  /** The same with this advice. */
  public ApiException advice(String advice) {
    return new ApiException(
        text(),
        new Failure(failure.code, advice, failure.context, failure.violations, failure.retryAfter));
  }

  /** The same with a value that its message was built from. */
  public ApiException with(String name, String value) {
    Map<String, String> more = new TreeMap<>(failure.context);
    more.put(name, value);
    return new ApiException(
        text(),
        new Failure(failure.code, failure.advice, more, failure.violations, failure.retryAfter));
  }

  /** The same with the hint when to try again, in seconds. */
  public ApiException retryAfter(int seconds) {
    return new ApiException(
        text(),
        new Failure(
            failure.code,
            failure.advice,
            failure.context,
            failure.violations,
            OptionalInt.of(seconds)));
  }

  /** What is wrong. */
  public String text() {
    return String.valueOf(getMessage());
  }

  public ErrorCode code() {
    return failure.code;
  }

  /** What to do. */
  public String advice() {
    return failure.advice;
  }

  /** The values that the message was built from. */
  public Map<String, String> context() {
    return failure.context;
  }

  /** The faults of the request body; empty if the failure is about something else. */
  public List<Violation> violations() {
    return failure.violations;
  }

  /** After how many seconds to try again. */
  public OptionalInt retryAfter() {
    return failure.retryAfter;
  }
}
