package dev.precheck.dialects.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.Catalogue;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialects;
import dev.precheck.engine.Precheck;
import dev.precheck.engine.Secret;
import dev.precheck.engine.TlsMode;
import dev.precheck.engine.network.NetworkPolicy;
import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of connecting to a hostile server and asking it what it is, as TestDataSource does. It
 * has to end by the deadlines that are given here; a test that hangs is ended by its own.
 */
record Attack(Optional<Failure> failure, String heard, long sent) {

  static final String PASSWORD = "canary-4711-password";

  /** What a kernel and a driver take in before they notice. */
  private static final long SLACK = 64L << 20;

  private static final long LOGIN_LIMIT = 1L << 20;
  private static final Duration LONG = Duration.ofSeconds(60);

  static Attack on(DatabaseEngine engine, HostileServer.Script script) throws Exception {
    return on(engine, Duration.ofSeconds(2), script);
  }

  /** With a login that may take so long; each statement may take as long. */
  static Attack on(DatabaseEngine engine, Duration patience, HostileServer.Script script)
      throws IOException, InterruptedException {
    try (HostileServer server = HostileServer.playing(script)) {
      ConnectionSpec spec =
          new ConnectionSpec(
              new Endpoint(engine, "127.0.0.1", server.port(), Optional.of("shop"), "reader"),
              Optional.of(Secret.of(PASSWORD)),
              TlsMode.PREFER,
              Optional.empty());
      Precheck precheck =
          new Precheck(
              Catalogue.of(List.of()),
              Dialects.load(),
              new Deadlines(patience, patience, LONG, LONG),
              NetworkPolicy.open());
      Optional<Failure> failure = precheck.test(spec).attempt().failure();
      return new Attack(failure, server.heard(), server.sent());
    }
  }

  /** It ended as a failure that says this, and the password is not in it, nor did it leave. */
  Attack says(String... anyOfThese) {
    assertThat(failure).as("there is a failure").isPresent();
    String message = failure.orElseThrow().message();
    assertThat(message).containsAnyOf(anyOfThese).doesNotContain(PASSWORD).hasSizeLessThan(2_100);
    assertThat(heard).doesNotContain(PASSWORD);
    return this;
  }

  /** Little more than a login takes was taken in. */
  Attack tookLittle() {
    assertThat(sent).isLessThan(LOGIN_LIMIT + SLACK);
    return this;
  }

  /** No more than the share of the memory that one connection has. */
  Attack tookItsShare() {
    long share = Math.min(256L << 20, Math.max(32L << 20, Runtime.getRuntime().maxMemory() / 8));
    assertThat(sent).isLessThan(share + SLACK);
    return this;
  }
}
