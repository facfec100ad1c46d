package dev.precheck.engine;

import dev.precheck.spi.Link;
import dev.precheck.spi.Link.Encryption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks a server for its clock a few times and looks how long that takes. The fastest answer says
 * most about both the network and the clock, as in NTP (RFC 5905, section 10): whatever disturbs an
 * answer makes it slower.
 */
final class Measurement {

  /** Enough for a median; each costs the run a round trip. */
  static final int ROUND_TRIPS = 5;

  private record RoundTrip(long nanos, long serverMicros, long aheadMicros) {}

  private final Session session;
  private final ConnectionSpec spec;
  private final String sql;
  private final Duration deadline;
  private final Optional<Instant> certificateEnd;

  /**
   * A measurement over a session.
   *
   * @param dialect whose statement yields the server's clock in microseconds since 1970
   */
  Measurement(Session session, ConnectionSpec spec, Dialect dialect, Duration deadline) {
    this.session = session;
    this.spec = spec;
    this.sql = dialect.sql(Link.FACET).orElseThrow();
    this.certificateEnd = session.certificateEnd(dialect);
    this.deadline = deadline;
  }

  Link take(Witness witness, Cancellation wanted) throws SQLException {
    List<RoundTrip> trips = new ArrayList<>();
    for (int trip = 0; trip < ROUND_TRIPS; trip++) {
      trips.add(roundTrip(witness, wanted));
    }
    trips.sort(Comparator.comparing(RoundTrip::nanos));
    RoundTrip fastest = trips.get(0);
    return new Link(
        encryption(spec.tls()),
        TimeUnit.NANOSECONDS.toMicros(fastest.nanos()),
        TimeUnit.NANOSECONDS.toMicros(trips.get(ROUND_TRIPS / 2).nanos()),
        TimeUnit.MICROSECONDS.toMillis(fastest.serverMicros()),
        TimeUnit.MICROSECONDS.toMillis(fastest.aheadMicros()),
        certificateEnd.map(Instant::toString).orElse(""));
  }

  private RoundTrip roundTrip(Witness witness, Cancellation wanted) throws SQLException {
    long sentMillis = System.currentTimeMillis();
    long sent = System.nanoTime();
    long server = Long.parseLong(session.probe(sql, deadline, witness, wanted).get(0));
    long nanos = System.nanoTime() - sent;
    long halfWay =
        TimeUnit.MILLISECONDS.toMicros(sentMillis) + TimeUnit.NANOSECONDS.toMicros(nanos / 2);
    return new RoundTrip(nanos, server, server - halfWay);
  }

  private static Encryption encryption(TlsMode mode) {
    return switch (mode) {
      case DISABLE -> Encryption.OFF;
      case PREFER -> Encryption.PREFERRED;
      case REQUIRE, VERIFY_CA, VERIFY_FULL -> Encryption.REQUIRED;
    };
  }
}
