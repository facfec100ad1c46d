package dev.precheck.app.store;

/** What an attempt of a precheck was made by. */
public enum AttemptCause {
  SUBMIT,
  RETRY,
  REMOVE_OBJECTS
}
