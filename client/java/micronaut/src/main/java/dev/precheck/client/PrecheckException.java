package dev.precheck.client;

import dev.precheck.client.model.ErrorDetail;
import dev.precheck.client.model.ErrorResponse;
import dev.precheck.client.model.Violation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The server has refused a request or has failed. Decide by {@link #code()}; the rest is for
 * people.
 *
 * <p>{@link #getMessage()} says everything in one line.
 */
public final class PrecheckException extends RuntimeException {
  /** The code of an answer that is not the envelope of the contract, say of a proxy. */
  public static final String UNEXPECTED_ANSWER = "UNEXPECTED_ANSWER";

  private final int httpStatus;
  private final transient ErrorResponse answer;

  PrecheckException(int httpStatus, ErrorResponse answer, @Nullable Throwable cause) {
    super(text(httpStatus, answer), cause);
    this.httpStatus = httpStatus;
    this.answer = answer;
  }

  /** Makes the exception for an answer without an envelope. */
  static PrecheckException strange(String sender, int httpStatus, @Nullable Throwable cause) {
    var answer =
        new ErrorResponse()
            .code(UNEXPECTED_ANSWER)
            .message(sender + " sent an answer that is not one of Precheck.")
            .advice("Check the URL, and whether a proxy stands in between.");
    return new PrecheckException(httpStatus, answer, cause);
  }

  /** Returns the HTTP status; 200 for most failures of the action form. */
  public int httpStatus() {
    return httpStatus;
  }

  /**
   * Returns the error code, for example {@code PRECHECK_NOT_FOUND}; be ready for codes you do not
   * know.
   */
  public String code() {
    return Objects.requireNonNullElse(answer.getCode(), UNEXPECTED_ANSWER);
  }

  /** Returns what went wrong, in the server's words. */
  public String reason() {
    return Objects.requireNonNullElse(answer.getMessage(), "");
  }

  /** Returns what to do about it. */
  public Optional<String> advice() {
    return Optional.ofNullable(answer.getAdvice());
  }

  /** Returns the id under which the server's log knows the request. */
  public Optional<String> requestId() {
    return Optional.ofNullable(answer.getRequestId());
  }

  /** Returns what is wrong with the members of the request; empty if it is something else. */
  public List<Violation> violations() {
    return violations(answer);
  }

  private static List<Violation> violations(ErrorResponse answer) {
    ErrorDetail detail = answer.getErrorDetail();
    List<Violation> violations = detail == null ? null : detail.getViolations();
    return violations == null ? List.of() : List.copyOf(violations);
  }

  private static String text(int httpStatus, ErrorResponse answer) {
    String violations =
        violations(answer).stream()
            .map(violation -> "; " + violation.getPointer() + ": " + violation.getMessage())
            .collect(Collectors.joining());
    return "%s %s [%s, HTTP %d, request %s%s]"
        .formatted(
            answer.getMessage(),
            answer.getAdvice(),
            answer.getCode(),
            httpStatus,
            answer.getRequestId(),
            violations);
  }
}
