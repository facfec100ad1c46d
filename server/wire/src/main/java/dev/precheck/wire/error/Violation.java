package dev.precheck.wire.error;

/**
 * One fault of a request body.
 *
 * @param pointer where, as JSON Pointer (RFC 6901); empty for the body as a whole
 * @param message what is wrong there, and what is accepted
 */
public record Violation(String pointer, String message) {

  /** Both in one line. */
  public String text() {
    return pointer.isEmpty() ? message : pointer + ": " + message;
  }
}
