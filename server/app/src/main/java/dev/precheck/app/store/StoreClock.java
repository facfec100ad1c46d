package dev.precheck.app.store;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time that all nodes agree on: the store's as of the last look, and from there on this
 * process's own monotonic one. A jump of a node's wall clock changes nothing.
 */
@Singleton
public class StoreClock extends Clock {

  private static final Logger LOG = LoggerFactory.getLogger(StoreClock.class);

  /** Two clocks a second apart are no reason to move; what is compared is seconds old anyway. */
  private static final Duration TOLERANCE = Duration.ofSeconds(1);

  private record Anchor(Instant time, long nanos) {
    Instant now() {
      return time.plusNanos(System.nanoTime() - nanos);
    }
  }

  private final Jdbi jdbi;
  private volatile Anchor anchor;
  private volatile Duration wallAhead = wallAhead();

  StoreClock(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.anchor = ask();
  }

  @Override
  public Instant instant() {
    return anchor.now();
  }

  /** Looks at the store's clock again, and follows it if it has drifted away. */
  @Scheduled(fixedDelay = "60s", initialDelay = "60s")
  void synchronize() {
    Anchor asked;
    try {
      asked = ask();
    } catch (RuntimeException e) {
      LOG.debug("The store does not tell the time; going on by this node's.", e);
      return;
    }
    Duration drift = Duration.between(anchor.now(), asked.now());
    if (drift.abs().compareTo(TOLERANCE) > 0) {
      LOG.warn("The store's clock is {} ms ahead of what this node went by.", drift.toMillis());
      anchor = asked;
    }
  }

  /**
   * A monotonic clock may stand still while its machine is suspended; the wall clock does not. What
   * moves one against the other is a reason to ask the store.
   */
  @Scheduled(fixedDelay = "1s")
  void synchronizeAfterAPause() {
    Duration now = wallAhead();
    if (now.minus(wallAhead).abs().compareTo(TOLERANCE) > 0) {
      wallAhead = now;
      synchronize();
    }
  }

  private static Duration wallAhead() {
    return Duration.between(Instant.ofEpochSecond(0, System.nanoTime()), Instant.now());
  }

  private Anchor ask() {
    return jdbi.withHandle(
        handle -> {
          try (var statement = handle.getConnection().createStatement();
              var row = statement.executeQuery("select current_timestamp")) {
            row.next();
            return new Anchor(
                row.getObject(1, OffsetDateTime.class).toInstant(), System.nanoTime());
          } catch (SQLException e) {
            throw new IllegalStateException("The store does not tell the time.", e);
          }
        });
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(
        Clock.system(zone), Duration.between(Clock.systemUTC().instant(), instant()));
  }
}
