package dev.precheck.app.security;

import com.google.crypto.tink.KeysetHandle;

/** A key set that was given as a setting; it stays as it is until the process ends. */
record KeyInEnvironment(String text) implements KeySource {

  @Override
  public String place() {
    return "The environment's PRECHECK_SECRET_KEY";
  }

  @Override
  public KeysetHandle read() {
    return KeyText.parse(text, place());
  }

  @Override
  public Object stamp() {
    return "";
  }

  /** Does not print the key. */
  @Override
  public String toString() {
    return place();
  }
}
