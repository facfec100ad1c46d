package dev.precheck.app.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What one caller may ask for.
 *
 * @param requestsPerSecond of each API token or person, on each node, at least 1
 */
@ConfigurationProperties("precheck.access")
public record AccessSettings(@Bindable(defaultValue = "100") int requestsPerSecond) {

  public AccessSettings {
    if (requestsPerSecond < 1) {
      throw new IllegalArgumentException(
          "precheck.access.requests-per-second is "
              + requestsPerSecond
              + "; it must be at least 1.");
    }
  }
}
