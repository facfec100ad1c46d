package dev.precheck.app.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Callers who wait for changes of prechecks.
 *
 * @param watchers how many this node lets wait at a time, in both ways; a further one is refused
 *     with SERVICE_BUSY, at least 1
 * @param polling how often changes that other nodes made are looked for
 * @param heartbeat how often an event stream without events says that it is alive
 */
@ConfigurationProperties("precheck.watch")
public record WatchSettings(
    @Bindable(defaultValue = "5000") int watchers,
    @Bindable(defaultValue = "500ms") Duration polling,
    @Bindable(defaultValue = "15s") Duration heartbeat) {

  public WatchSettings {
    if (watchers < 1) {
      throw new IllegalArgumentException(
          "precheck.watch.watchers is " + watchers + "; it must be at least 1.");
    }
    positive("polling", polling);
    positive("heartbeat", heartbeat);
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "precheck.watch." + name + " is " + value + "; it must be longer than zero.");
    }
  }
}
