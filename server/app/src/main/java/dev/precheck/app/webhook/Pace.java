package dev.precheck.app.webhook;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * When to come again for whoever finds that as many as may be told at a time are being told. Who
 * answers at once is soon free; who has not answered for long will probably not do so within the
 * next second, and asking then costs the queue more than it brings.
 */
final class Pace {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final int SPREAD = 3;

  private final LongSupplier nanos;
  private final RandomGenerator random;
  private final Deque<Long> underWay = new ArrayDeque<>();
  private long lastTook;

  /**
   * Nothing is under way yet.
   *
   * @param nanos as {@link System#nanoTime()}
   */
  Pace(LongSupplier nanos, RandomGenerator random) {
    this.nanos = nanos;
    this.random = random;
  }

  /** A try begins; closing says that it has ended, however it did. */
  synchronized Try begin() {
    long begun = nanos.getAsLong();
    underWay.add(begun);
    return () -> end(begun);
  }

  private synchronized void end(long begun) {
    underWay.remove(begun);
    lastTook = nanos.getAsLong() - begun;
  }

  /**
   * As long as the last try took, or the oldest one has been under way, and at least a second; up
   * to three times that, so that those who wait do not all come at once.
   */
  synchronized Duration untilFree() {
    long now = nanos.getAsLong();
    long longest = underWay.stream().mapToLong(begun -> now - begun).max().orElse(0);
    long least = Math.max(LEAST.toNanos(), Math.max(lastTook, longest));
    return Duration.ofNanos(random.nextLong(least, SPREAD * least));
  }

  /** A try that is under way until it is closed. */
  interface Try extends AutoCloseable {
    @Override
    void close();
  }
}
