package dev.precheck.dialects;

import dev.precheck.engine.Deadlines;
import java.time.Duration;

/** The deadlines as drivers and servers want them. */
final class Times {

  private static final Duration LONGEST_LOCK = Duration.ofSeconds(5);

  /** How much later than the server the driver gives up on a statement. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** How long a server may take to let in who comes to cancel a statement. */
  private static final Duration LONGEST_CANCEL = Duration.ofSeconds(2);

  private Times() {}

  /** For the driver: a little less than the engine's, so that it can say what it waited for. */
  static Duration connect(Deadlines deadlines) {
    return deadlines.connect().multipliedBy(9).dividedBy(10);
  }

  /** For a connection that is made to cancel the statement of another one. */
  static Duration cancel(Deadlines deadlines) {
    return cancel(connect(deadlines));
  }

  /** The same, where a connection may take that long. */
  static Duration cancel(Duration connect) {
    return connect.compareTo(LONGEST_CANCEL) < 0 ? connect : LONGEST_CANCEL;
  }

  /** How long the server may be silent while a statement runs. */
  static Duration silence(Deadlines deadlines) {
    return deadlines.statement().plus(GRACE);
  }

  /** How long a statement waits for a lock: a precheck never queues up behind DDL. */
  static Duration lock(Duration statement) {
    Duration longest = statement.compareTo(LONGEST_LOCK) < 0 ? statement : LONGEST_LOCK;
    return Duration.ofSeconds(seconds(longest));
  }

  /** For drivers that count in milliseconds; 0 would mean for ever. */
  static int millis(Duration duration) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, duration.toMillis()));
  }

  /** For drivers that count in seconds; 0 would mean for ever. */
  static int seconds(Duration duration) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, duration.toSeconds()));
  }
}
