package dev.precheck.testkit.db;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a server differs from the one that all tests share.
 *
 * @param options more of them, behind the usual ones
 * @param environment what it sees besides
 * @param signal a file in its data directory that tells PostgreSQL what to be
 */
public record ServerVariant(
    List<String> options, Map<String, String> environment, Optional<String> signal) {

  static final ServerVariant NONE = with();

  public ServerVariant {
    options = List.copyOf(options);
    environment = Map.copyOf(environment);
  }

  /** With options of the server's command line. */
  public static ServerVariant with(String... options) {
    return new ServerVariant(List.of(options), Map.of(), Optional.empty());
  }

  /** One that differs in nothing but what the tests call it. */
  public static ServerVariant another(String name) {
    return new ServerVariant(List.of(), Map.of("PRECHECK_TESTKIT_SERVER", name), Optional.empty());
  }

  /** A PostgreSQL standby; nothing reaches it from its primary, which is not there. */
  public static ServerVariant standby() {
    // As many as the settings that its primary, the template, was made with.
    List<String> options = List.of("-c", "max_connections=100");
    return new ServerVariant(options, Map.of(), Optional.of("standby.signal"));
  }

  /** With a wall clock that is ahead of the machine's. */
  public static ServerVariant clockAhead(Duration ahead) throws IOException {
    FakeClock clock = FakeClock.in(Workspace.newRunDirectory("clock"));
    clock.set(ahead);
    return new ServerVariant(List.of(), clock.environment(), Optional.empty());
  }
}
