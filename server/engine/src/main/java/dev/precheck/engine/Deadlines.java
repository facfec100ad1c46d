package dev.precheck.engine;

import java.time.Duration;

/**
 * How long each step may take; whatever takes longer ends as a clear outcome, never as a hang.
 *
 * @param connect from the DNS look-up to the first answered statement
 * @param statement one statement on a server; the server is told, and the driver enforces it; at
 *     most {@code item}, since nobody waits longer for it
 * @param item everything one item waits for once it runs
 * @param run the whole precheck
 */
public record Deadlines(Duration connect, Duration statement, Duration item, Duration run) {

  public Deadlines {
    statement = statement.compareTo(item) < 0 ? statement : item;
  }

  /** 10 s, 30 s, 60 s and 30 min. */
  public static Deadlines standard() {
    return new Deadlines(
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofMinutes(30));
  }
}
