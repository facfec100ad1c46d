package dev.precheck.app.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How a node takes work from the queue; the defaults suit, and all nodes of a store must agree on
 * the heartbeat.
 *
 * @param polling how often it looks for work that another node queued
 * @param heartbeat how often it says that it is alive
 * @param missedHeartbeats after how many missed ones others take its work over; at least 4
 */
@ConfigurationProperties("precheck.queue")
public record QueueSettings(
    @Bindable(defaultValue = "500ms") Duration polling,
    @Bindable(defaultValue = "3s") Duration heartbeat,
    @Bindable(defaultValue = "4") int missedHeartbeats) {

  private static final int FEWEST_MISSED = 4;

  public QueueSettings {
    positive("polling", polling);
    positive("heartbeat", heartbeat);
    if (missedHeartbeats < FEWEST_MISSED) {
      throw new IllegalArgumentException(
          "precheck.queue.missed-heartbeats is "
              + missedHeartbeats
              + "; it must be at least "
              + FEWEST_MISSED
              + ".");
    }
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "precheck.queue." + name + " is " + value + "; it must be longer than zero.");
    }
  }
}
