package dev.precheck.app.cli.keys;

import dev.precheck.app.cli.service.Variables;
import dev.precheck.app.config.KeySettings;
import dev.precheck.app.config.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the service would be started with, read from the same places: variables, system properties
 * and configuration files.
 */
public record KeyPlace(Settings settings, KeySettings keys) {

  private static final Duration DEADLINE = Duration.ofSeconds(10);

  /** Reads it, without starting any part of the service. */
  public static KeyPlace of(Map<String, String> environment) {
    PropertySource given = new Variables(environment);
    try (ApplicationContext context =
            ApplicationContext.builder().banner(false).propertySources(given).build();
        Environment found = context.getEnvironment().start()) {
      return new KeyPlace(
          new Settings(
              Path.of(found.get("precheck.data-dir", String.class, "./data")),
              path(text(found, "precheck.secret-key-file")),
              text(found, "precheck.secret-key"),
              false,
              "off",
              text(found, "precheck.store"),
              text(found, "precheck.store-password")),
          new KeySettings(
              text(found, "precheck.secret-key-command"),
              found.get("precheck.secret-key-command-deadline", Duration.class, DEADLINE)));
    }
  }

  private static @Nullable String text(Environment found, String name) {
    return found.get(name, String.class).orElse(null);
  }

  private static @Nullable Path path(@Nullable String text) {
    return text == null ? null : Path.of(text);
  }
}
