package dev.precheck.app.chaos;

import java.time.Duration;

/**
 * How much happens. The defaults are for each build; {@code -Dchaos.prechecks=200 -Dchaos.kills=10
 * -Dchaos.outage=30} is the long version.
 */
final class Scale {

  static final int PRECHECKS = Integer.getInteger("chaos.prechecks", 12);
  static final int KILLS = Integer.getInteger("chaos.kills", 3);
  static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("chaos.outage", 4));

  /** Pairs of databases; as many prechecks run at a time, for each may be logged in to once. */
  static final int WIDTH = 6;

  /** Who submits at the same time. */
  static final int CALLERS = 8;

  private Scale() {}
}
