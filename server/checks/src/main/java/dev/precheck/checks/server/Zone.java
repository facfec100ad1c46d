package dev.precheck.checks.server;

import dev.precheck.checks.Settings;
import dev.precheck.spi.Server;
import dev.precheck.spi.ServerState;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Snapshot;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * The time zone of a MySQL or MariaDB server.
 *
 * @param configured {@code time_zone}: {@code SYSTEM}, an offset or a name
 * @param name the same, of {@code SYSTEM} the operating system's abbreviation when the server was
 *     started: of one zone CET or CEST, of several zones CST
 * @param january minutes ahead of UTC in January
 * @param july minutes ahead of UTC in July
 */
record Zone(String configured, String name, int january, int july) {

  private static final String SYSTEM = "SYSTEM";
  private static final Pattern OFFSET = Pattern.compile("[+-]\\d{1,2}:\\d{2}");

  /** What {@link Server}, {@link ServerState} and {@link Setting} of a side say. */
  static Zone of(Snapshot side) {
    ServerState state = side.row(ServerState.FACET);
    return new Zone(
        Settings.of(side).required("time_zone"),
        side.row(Server.FACET).timeZone(),
        state.januaryOffset(),
        state.julyOffset());
  }

  /** Whether a server needs its tables of time zones to take it. */
  boolean isNamed() {
    return !configured.equals(SYSTEM) && !OFFSET.matcher(configured).matches();
  }

  /**
   * Whether the same time of day is the same moment. Where both are known by name, it is in all
   * years; else in the year whose offsets were asked for.
   */
  boolean isLike(Zone other) {
    if (january != other.january || july != other.july) {
      return false;
    }
    try {
      return configured.equals(SYSTEM)
          || other.configured.equals(SYSTEM)
          || ZoneId.of(name).getRules().equals(ZoneId.of(other.name).getRules());
    } catch (DateTimeException e) {
      return true;
    }
  }

  @Override
  public String toString() {
    String winter = offset(january);
    String summer = offset(july);
    String offsets =
        winter.equals(summer)
            ? "UTC" + winter
            : "UTC" + winter + " in January, " + summer + " in July";
    return name + " (" + offsets + ")";
  }

  private static String offset(int minutes) {
    return minutes == 0 ? "+00:00" : ZoneOffset.ofTotalSeconds(minutes * 60).getId();
  }
}
