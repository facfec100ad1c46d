package dev.precheck.app.cli.keys;

import dev.precheck.app.security.KeyEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys as a table for people, and for programs that read columns. */
public final class KeyTable {

  private static final String LINE = "%-12s %-10s %-8s %s%n";

  private KeyTable() {}

  /**
   * Writes it.
   *
   * @param counts how many secrets each key seals; empty if that cannot be told
   */
  public static String of(List<KeyEntry> keys, Optional<Map<String, Long>> counts) {
    List<String> lines = new ArrayList<>();
    lines.add(LINE.formatted("KEY", "STATUS", "PRIMARY", "SECRETS"));
    for (KeyEntry key : keys) {
      String seals = counts.map(c -> String.valueOf(c.getOrDefault(key.id(), 0L))).orElse("?");
      lines.add(LINE.formatted(key.id(), key.status(), key.primary() ? "yes" : "no", seals));
    }
    Set<String> known = keys.stream().map(KeyEntry::id).collect(Collectors.toSet());
    counts.orElse(Map.of()).entrySet().stream()
        .filter(entry -> !known.contains(entry.getKey()))
        .map(entry -> LINE.formatted(entry.getKey(), "missing", "no", entry.getValue()))
        .forEach(lines::add);
    return String.join("", lines);
  }
}
