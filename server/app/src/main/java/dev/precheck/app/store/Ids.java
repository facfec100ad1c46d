package dev.precheck.app.store;

import java.security.SecureRandom;

/** Names for new things: a prefix that tells the kind, and 12 letters and digits (62 bits). */
public final class Ids {

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  static String dataSource() {
    return next("e_");
  }

  static String precheck() {
    return next("t_");
  }

  static String project() {
    return next("np_");
  }

  static String skip() {
    return next("s_");
  }

  public static String apiToken() {
    return next("tk_");
  }

  private static String next(String prefix) {
    return prefix + random(LENGTH);
  }

  /** So many letters and digits. */
  static String random(int length) {
    StringBuilder text = new StringBuilder();
    RANDOM.ints(length, 0, ALPHABET.length()).forEach(index -> text.append(ALPHABET.charAt(index)));
    return text.toString();
  }
}
