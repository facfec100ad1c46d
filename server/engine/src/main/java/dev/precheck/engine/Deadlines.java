package dev.precheck.engine;

import java.time.Duration;

/**
 * How long each step may take; whatever takes longer ends as a clear outcome, never as a hang.
 *
 * @param connect from the DNS look-up to the first answered statement
 * @param statement one statement on a server; the server is told, and the driver enforces it. It
 *     ends earlier when the last item that waits for it does
 * @param item everything one item waits for once it runs
 * @param run the whole precheck
 */
public record Deadlines(Duration connect, Duration statement, Duration item, Duration run) {

  /** 10 s, 30 s, 60 s and 30 min. */
  public static Deadlines standard() {
    return new Deadlines(
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofMinutes(30));
  }

  /** The same with another deadline for the whole precheck. */
  public Deadlines withRun(Duration whole) {
    return new Deadlines(connect, statement, item, whole);
  }
}
