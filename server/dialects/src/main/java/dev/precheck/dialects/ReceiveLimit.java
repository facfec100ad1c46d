package dev.precheck.dialects;

import dev.precheck.engine.network.AnswerRefused;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much a server may send over one connection. A login takes a few kilobytes and has a time by
 * which it must end: no driver has one for a server that sends byte by byte. After that it is a
 * share of the memory of this process, for a driver holds a result in several times its bytes, and
 * is not alone.
 */
final class ReceiveLimit {

  private static final long MEBI = 1L << 20;
  private static final long LOGIN = MEBI;
  private static final long SHARE = 8;
  private static final long LEAST = 32 * MEBI;
  private static final long MOST = 256 * MEBI;

  private final long loginEnd;
  private final AtomicLong received = new AtomicLong();
  private volatile long limit = LOGIN;

  /**
   * Of a connection that is being made.
   *
   * @param loginEnd when its login must have ended, by {@link System#nanoTime}
   */
  ReceiveLimit(long loginEnd) {
    this.loginEnd = loginEnd;
  }

  /** The login is complete. */
  void raise() {
    limit = Math.min(MOST, Math.max(LEAST, Runtime.getRuntime().maxMemory() / SHARE));
  }

  boolean isRaised() {
    return limit != LOGIN;
  }

  void count(long bytes) {
    received.addAndGet(bytes);
  }

  /**
   * Whether so many bytes more may come.
   *
   * @throws AnswerRefused if it is too much
   * @throws LoginTooSlow if it is too late
   */
  void require(long bytes) throws IOException {
    if (!isRaised() && System.nanoTime() - loginEnd > 0) {
      throw new LoginTooSlow();
    }
    if (received.get() + bytes <= limit) {
      return;
    }
    long mebi = limit / MEBI;
    throw new AnswerRefused(
        limit == LOGIN
            ? "The server sends more than "
                + mebi
                + " MiB and the login is still not complete. A database"
                + " sends a few kilobytes: look at what listens at that address."
            : "The server sends more than "
                + mebi
                + " MiB over one connection, all that Precheck takes. If the database really has so"
                + " many objects, select fewer schemas at a time, or give Precheck more memory (-Xmx"
                + " in PRECHECK_JAVA_OPTS; up to 2 GiB count).");
  }
}
