package dev.precheck.app.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Optional;

/**
 * How many prechecks run and wait at a time.
 *
 * @param concurrent how many this node runs side by side, at least 1
 * @param queue how many may wait over all nodes; a further one is refused with SERVICE_BUSY, at
 *     least 1
 * @param queuePerEndpoint how many of these may be about one database, at least 1; half of them if
 *     it is not set
 * @param grace how long a stop of the service waits for running prechecks to let go; another node
 *     goes on with them, or this one at its next start
 * @param perEndpoint how many connections may be open to one database over all runs, at least 1; it
 *     is someone's production server
 */
@ConfigurationProperties("precheck.runs")
public record RunSettings(
    @Bindable(defaultValue = "8") int concurrent,
    @Bindable(defaultValue = "100") int queue,
    Optional<Integer> queuePerEndpoint,
    @Bindable(defaultValue = "5s") Duration grace,
    @Bindable(defaultValue = "2") int perEndpoint) {

  public RunSettings {
    atLeastOne("concurrent", concurrent);
    atLeastOne("queue", queue);
    queuePerEndpoint.ifPresent(share -> atLeastOne("queue-per-endpoint", share));
    atLeastOne("per-endpoint", perEndpoint);
  }

  /** How many of those that may wait may be about one database. */
  public int share() {
    return queuePerEndpoint.orElse((queue + 1) / 2);
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "precheck.runs." + name + " is " + value + "; it must be at least 1.");
    }
  }
}
