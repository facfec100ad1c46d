package dev.precheck.app.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long prechecks are kept that have ended. Whichever comes first counts.
 *
 * @param age how long after their end
 * @param count how many of them, the latest; at least 1
 * @param interval how often those beyond are looked for
 */
@ConfigurationProperties("precheck.retention")
public record RetentionSettings(
    @Bindable(defaultValue = "90d") Duration age,
    @Bindable(defaultValue = "10000") int count,
    @Bindable(defaultValue = "1h") Duration interval) {

  public RetentionSettings {
    positive("age", age);
    positive("interval", interval);
    if (count < 1) {
      throw new IllegalArgumentException(
          "precheck.retention.count is " + count + "; it must be at least 1.");
    }
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "precheck.retention." + name + " is " + value + "; it must be longer than zero.");
    }
  }
}
