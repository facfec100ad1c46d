package dev.precheck.app.store;

import java.util.Optional;

/**
 * Why an attempt ended without having judged some of its items.
 *
 * @param reason the reason code of these items
 * @param message what they say
 */
public record Unjudged(String reason, String message) {

  /** Somebody stopped it while it waited. */
  static final Unjudged STOPPED_EARLY =
      new Unjudged("CANCELLED", "Not checked: the precheck was stopped while it waited.");

  /**
   * It ended with items that are open.
   *
   * @param stopped whether somebody had asked for that
   * @param errorDetail why the run itself broke or was stopped
   */
  static Unjudged of(boolean stopped, Optional<String> errorDetail) {
    return new Unjudged(
        stopped ? "CANCELLED" : "ERROR",
        "Not checked: " + errorDetail.orElse("the run ended before its turn came."));
  }

  /** What to do. */
  public String advice() {
    return "RetryPreCheck judges it.";
  }
}
