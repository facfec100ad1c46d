package dev.precheck.app.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How many prechecks run and wait at a time.
 *
 * @param concurrent how many this node runs side by side, at least 1
 * @param queue how many may wait over all nodes; a further one is refused with SERVICE_BUSY, at
 *     least 1
 * @param queuePerEndpoint how many of these may be about one database, at least 1
 * @param grace how long a stop of the service waits for running prechecks to let go; another node
 *     goes on with them, or this one at its next start
 * @param perEndpoint how many connections may be open to one database over all runs, at least 1; it
 *     is someone's production server
 */
@ConfigurationProperties("precheck.runs")
public record RunSettings(
    @Bindable(defaultValue = "8") int concurrent,
    @Bindable(defaultValue = "100") int queue,
    @Bindable(defaultValue = "50") int queuePerEndpoint,
    @Bindable(defaultValue = "5s") Duration grace,
    @Bindable(defaultValue = "2") int perEndpoint) {

  public RunSettings {
    atLeastOne("concurrent", concurrent);
    atLeastOne("queue", queue);
    atLeastOne("queue-per-endpoint", queuePerEndpoint);
    atLeastOne("per-endpoint", perEndpoint);
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "precheck.runs." + name + " is " + value + "; it must be at least 1.");
    }
  }
}
