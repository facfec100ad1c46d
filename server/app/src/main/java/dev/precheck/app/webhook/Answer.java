package dev.precheck.app.webhook;

/** What became of one try to tell somebody. */
sealed interface Answer {

  /** They know. */
  record Delivered() implements Answer {}

  /** They do not want to be told. */
  record Unwanted() implements Answer {}

  /**
   * They may be told later.
   *
   * @param why for the operator
   */
  record Failed(String why) implements Answer {}
}
