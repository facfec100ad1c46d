package dev.precheck.checks;

import dev.precheck.spi.Link;
import dev.precheck.spi.ServerState;

/** Short forms of the rows that say how a server is doing. */
public final class ServerRows {

  private ServerRows() {}

  /** A server that takes writes, over a session in clear text. */
  public static ServerState server(String identity) {
    return state(identity, false, false, false, "", "");
  }

  /** A server that is read-only for accounts without a privilege of their own. */
  public static ServerState readOnly(boolean passes, String roles) {
    return state("a", true, false, passes, roles, "");
  }

  /** A server that takes no writes at all. */
  public static ServerState readOnlyForAll() {
    return state("a", false, true, false, "", "");
  }

  /** A server whose tables of time zones are empty. */
  public static ServerState withoutZones() {
    return new ServerState("a", 1_000, "", false, false, false, "", false, "", "", false, 0, 0);
  }

  /** A server whose clock is so many minutes ahead of UTC in winter and in summer. */
  public static ServerState ahead(int january, int july) {
    return new ServerState(
        "a", 1_000, "", false, false, false, "", false, "", "", true, january, july);
  }

  public static ServerState encrypted(String version) {
    return state("a", false, false, false, "", version);
  }

  private static ServerState state(
      String identity, boolean readOnly, boolean forAll, boolean passes, String roles, String tls) {
    return new ServerState(
        identity,
        1_000,
        "shop",
        readOnly,
        forAll,
        passes,
        roles,
        forAll,
        tls,
        tls.isEmpty() ? "" : "a cipher",
        true,
        0,
        0);
  }

  /** A link in clear text whose fastest answer took so long. */
  public static Link link(long fastestMillis, long aheadMillis) {
    return new Link(
        Link.Encryption.OFF, fastestMillis * 1_000, fastestMillis * 1_500, 0, aheadMillis, "");
  }
}
