package dev.precheck.app.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How many prechecks run and wait at a time.
 *
 * @param concurrent how many run side by side, at least 1
 * @param queue how many more may wait; a further one is refused with SERVICE_BUSY, at least 1
 * @param grace how long a stop of the service waits for running prechecks to let go; they run again
 *     at the next start
 */
@ConfigurationProperties("precheck.runs")
public record RunSettings(
    @Bindable(defaultValue = "4") int concurrent,
    @Bindable(defaultValue = "100") int queue,
    @Bindable(defaultValue = "5s") Duration grace) {

  public RunSettings {
    atLeastOne("concurrent", concurrent);
    atLeastOne("queue", queue);
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "precheck.runs." + name + " is " + value + "; it must be at least 1.");
    }
  }
}
