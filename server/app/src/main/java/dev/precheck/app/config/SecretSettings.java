package dev.precheck.app.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What data sources may refer to instead of storing a password. Whoever may create data sources can
 * send what they refer to to a server of their own, so nothing is open unless the operator says so.
 *
 * @param envPrefix what the names of environment variables must begin with; without it there are
 *     none that may be referred to
 * @param fileDirectory the directory whose files may be referred to, with those below it; without
 *     it there are none
 */
@ConfigurationProperties("precheck.secrets")
public record SecretSettings(@Nullable String envPrefix, @Nullable Path fileDirectory) {

  /** Variables with secrets of the service itself, which no data source has any business with. */
  private static final List<String> OWN =
      List.of("PRECHECK_SECRET_", "PRECHECK_STORE", "PRECHECK_WEBHOOK_", "PRECHECK_AUTH");

  public SecretSettings {
    if (envPrefix != null) {
      refuseOwn(envPrefix);
    }
  }

  private static void refuseOwn(String prefix) {
    boolean own = OWN.stream().anyMatch(name -> name.startsWith(prefix) || prefix.startsWith(name));
    if (own && !prefix.isBlank()) {
      throw new IllegalArgumentException(
          "precheck.secrets.env-prefix is \""
              + prefix
              + "\", which lets data sources refer to the service's own secrets. Choose another one,"
              + " for example PRECHECK_DB_.");
    }
  }

  /** What variables that may be referred to begin with. */
  public Optional<String> environment() {
    return Optional.ofNullable(envPrefix).filter(prefix -> !prefix.isBlank());
  }

  /** The directory with files that may be referred to. */
  public Optional<Path> directory() {
    return Optional.ofNullable(fileDirectory).filter(path -> !path.toString().isBlank());
  }
}
