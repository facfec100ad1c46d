package dev.precheck.app.config;

import dev.precheck.engine.Deadlines;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long each step of a precheck may take; see {@link Deadlines} for what each covers. Written as
 * {@code 10s}, {@code 5m} or in ISO 8601.
 */
@ConfigurationProperties("precheck.deadlines")
public record DeadlineSettings(
    @Bindable(defaultValue = "10s") Duration connect,
    @Bindable(defaultValue = "30s") Duration statement,
    @Bindable(defaultValue = "60s") Duration item,
    @Bindable(defaultValue = "30m") Duration run) {

  public DeadlineSettings {
    positive("connect", connect);
    positive("statement", statement);
    positive("item", item);
    positive("run", run);
  }

  public Deadlines deadlines() {
    return new Deadlines(connect, statement, item, run);
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "precheck.deadlines." + name + " is " + value + "; it must be longer than zero.");
    }
  }
}
