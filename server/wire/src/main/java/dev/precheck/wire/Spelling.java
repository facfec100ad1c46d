package dev.precheck.wire;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Guesses what was meant. */
public final class Spelling {

  /** Longer names are no typing errors, and comparing them costs the product of their lengths. */
  private static final int MAX_LENGTH = 64;

  private Spelling() {}

  /** The candidate that was most likely meant; empty if none is near. */
  public static Optional<String> closest(String name, Iterable<String> candidates) {
    return near(name, candidates).stream().findFirst();
  }

  /** The candidates that may have been meant, nearest first, at most three. */
  public static List<String> near(String name, Iterable<String> candidates) {
    if (name.length() > MAX_LENGTH) {
      return List.of();
    }
    int allowed = Math.max(1, name.length() / 3);
    return StreamSupport.stream(candidates.spliterator(), false)
        .filter(candidate -> distance(name, candidate) <= allowed)
        .sorted(Comparator.comparingInt(candidate -> distance(name, candidate)))
        .limit(3)
        .toList();
  }

  /** How many letters have to be put in, left out or replaced, upper and lower case aside. */
  static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
