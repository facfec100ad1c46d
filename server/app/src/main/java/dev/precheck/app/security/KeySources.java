package dev.precheck.app.security;

import dev.precheck.app.config.KeySettings;
import dev.precheck.app.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses where the key set comes from. */
final class KeySources {

  private static final Logger LOG = LoggerFactory.getLogger(KeySources.class);

  /** The key set's file within the data directory. */
  static final String FILE = "secret.key";

  private KeySources() {}

  /**
   * The one that the settings name: the environment's text before a command, that before a file,
   * and that before {@code secret.key} in the data directory.
   */
  static KeySource of(Settings settings, KeySettings keys) {
    if (settings.ownKey().isPresent()) {
      return new KeyInEnvironment(settings.ownKey().get());
    }
    if (keys.command().isPresent()) {
      return new KeyCommand(keys.command().get(), keys.secretKeyCommandDeadline());
    }
    return new KeyFile(
        settings
            .ownKeyFile()
            .orElseGet(() -> settings.dataDir().toAbsolutePath().normalize().resolve(FILE)));
  }

  /** The same, and makes the file in the data directory if it is that one and not there. */
  static KeySource ready(Settings settings, KeySettings keys)
      throws IOException, GeneralSecurityException {
    KeySource source = of(settings, keys);
    Path own = settings.dataDir().toAbsolutePath().normalize().resolve(FILE);
    if (source instanceof KeyFile file && file.path().equals(own) && !Files.exists(own)) {
      file.make();
      LOG.info(
          "Made the key that encrypts passwords, {}. Keep a copy: without it they are lost.", own);
    }
    return source;
  }
}
