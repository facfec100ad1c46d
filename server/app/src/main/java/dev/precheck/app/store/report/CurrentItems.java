package dev.precheck.app.store.report;

/**
 * An attempt has rows for the items that it ran, so an item may have several; the one that counts
 * is that of the last attempt.
 */
final class CurrentItems {

  /** A condition on {@code precheck_item i}. */
  static final String ONLY = only("i");

  private CurrentItems() {}

  /** The same as it was after an attempt, which is bound to this parameter. */
  static String asOf(String alias, String attempt) {
    return (alias + ".attempt <= " + attempt)
        + " and not exists (select 1 from precheck_item later where later.precheck_id = "
        + (alias + ".precheck_id and later.position = ")
        + (alias + ".position and later.attempt > ")
        + (alias + ".attempt and later.attempt <= " + attempt + ")");
  }

  /** A condition on a row, of items or of findings, that has this alias. */
  static String only(String alias) {
    return "not exists (select 1 from precheck_item later where later.precheck_id = "
        + (alias + ".precheck_id and later.position = ")
        + (alias + ".position and later.attempt > ")
        + (alias + ".attempt)");
  }
}
