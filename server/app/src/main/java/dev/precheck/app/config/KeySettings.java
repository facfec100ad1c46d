package dev.precheck.app.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where the keys come from that encrypt passwords, beside a file and the environment.
 *
 * @param secretKeyCommand a program whose standard output is the key set, and its arguments, each
 *     parted from the next by blanks; no shell reads it, so there are no quotes
 * @param secretKeyCommandDeadline how long that program may take
 */
@ConfigurationProperties("precheck")
public record KeySettings(
    @Nullable String secretKeyCommand,
    @Bindable(defaultValue = "10s") Duration secretKeyCommandDeadline) {

  public KeySettings {
    if (secretKeyCommandDeadline.isNegative() || secretKeyCommandDeadline.isZero()) {
      throw new IllegalArgumentException(
          "precheck.secret-key-command-deadline is "
              + secretKeyCommandDeadline
              + ", but must be positive.");
    }
  }

  /** The program and its arguments; empty if there is none. */
  public Optional<List<String>> command() {
    return Optional.ofNullable(secretKeyCommand)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> List.of(text.split("\\s+")));
  }
}
