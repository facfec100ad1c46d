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
  static final int WIDTH = 4;

  private Scale() {}
}
