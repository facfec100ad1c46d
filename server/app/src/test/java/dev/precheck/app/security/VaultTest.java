package dev.precheck.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.precheck.app.config.KeySettings;
import dev.precheck.app.config.Settings;
import dev.precheck.engine.Secret;
import io.micronaut.core.annotation.Nullable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Where the key comes from, and what it protects. */
class VaultTest {

  private static final Secret CANARY = Secret.of("canary-Zx9");

  @Test
  void theFirstStartMakesAKeyThatOnlyThisAccountReads(@TempDir Path directory) throws Exception {
    Path data = directory.resolve("data");
    String sealed = vault(settings(data, null, null)).seal(CANARY, "e_1");

    assertThat(sealed).doesNotContain("canary");
    assertThat(mode(data)).isEqualTo("rwx------");
    assertThat(mode(data.resolve("secret.key"))).isEqualTo("rw-------");
    assertThat(vault(settings(data, null, null)).open(sealed, "e_1").reveal())
        .isEqualTo("canary-Zx9");
  }

  @Test
  void aSealedSecretIsUselessToAnotherOwnerAndUnderAnotherKey(@TempDir Path directory)
      throws Exception {
    Vault vault = vault(settings(directory.resolve("a"), null, null));
    Vault stranger = vault(settings(directory.resolve("b"), null, null));
    String sealed = vault.seal(CANARY, "e_1");

    assertThatThrownBy(() -> vault.open(sealed, "e_2")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> stranger.open(sealed, "e_1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another key");
  }

  @Test
  void theKeyMayComeFromAFileOrTheEnvironment(@TempDir Path directory) throws Exception {
    Path data = directory.resolve("data");
    String sealed = vault(settings(data, null, null)).seal(CANARY, "e_1");
    Path file = Files.move(data.resolve("secret.key"), directory.resolve("own.key"));
    String text = Files.readString(file);
    String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

    for (Settings settings :
        new Settings[] {
          settings(data, file, null), settings(data, null, text), settings(data, null, base64)
        }) {
      assertThat(vault(settings).open(sealed, "e_1").reveal()).isEqualTo("canary-Zx9");
    }
    assertThat(data.resolve("secret.key")).doesNotExist();
  }

  @Test
  void aKeyFileThatEveryAccountCanOpenIsRefused(@TempDir Path directory) throws Exception {
    Path data = directory.resolve("data");
    vault(settings(data, null, null));
    Path file = data.resolve("secret.key");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> vault(settings(data, null, null)))
        .hasMessageContaining("chmod 600 " + file);
  }

  @Test
  void aDirectoryInWhichEveryAccountCanWriteIsRefused(@TempDir Path directory) throws Exception {
    for (String mode : new String[] {"rwxrwxrwx", "rwx----w-"}) {
      Path data = Files.createDirectories(directory.resolve(mode));
      Files.setPosixFilePermissions(data, PosixFilePermissions.fromString(mode));

      assertThatThrownBy(() -> vault(settings(data, null, null)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("chmod 700 " + data)
          .hasMessageContaining("PRECHECK_DATA_DIR");
      assertThat(data).isEmptyDirectory();
    }
    // Those who were told so can do as they were told.
    vault(settings(directory.resolve("rwxrwxrwx").resolve("below"), null, null));
    assertThat(mode(directory.resolve("rwxrwxrwx").resolve("below"))).isEqualTo("rwx------");
  }

  @Test
  void aDirectoryIntoWhichEveryAccountCanLookKeepsItsModeAndIsWarnedOf(@TempDir Path directory)
      throws Exception {
    for (String mode : new String[] {"rwxr-xr-x", "rwx-----x"}) {
      assertThat(warningsOfStartIn(directory.resolve(mode), mode))
          .singleElement(STRING)
          .contains("look into the data directory", "chmod 700 " + directory.resolve(mode));
    }
    for (String mode : new String[] {"rwx------", "rwxrwx---"}) {
      assertThat(warningsOfStartIn(directory.resolve(mode), mode)).isEmpty();
    }
  }

  private static List<String> warningsOfStartIn(Path data, String mode) throws Exception {
    Files.createDirectories(data);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString(mode));
    Logger logger = (Logger) LoggerFactory.getLogger(Vault.class);
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    logger.addAppender(appender);
    try {
      vault(settings(data, null, null));
    } finally {
      logger.detachAppender(appender);
    }
    assertThat(mode(data)).isEqualTo(mode);
    return appender.list.stream()
        .filter(event -> event.getLevel().equals(Level.WARN))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  @Test
  void aKeyThatIsNoneIsRefusedWithoutBeingQuoted(@TempDir Path directory) {
    assertThatThrownBy(() -> vault(settings(directory, null, "canary-Zx9")))
        .hasMessageContaining("PRECHECK_SECRET_KEY holds no key")
        .hasMessageNotContaining("canary-Zx9")
        .hasNoCause();
    assertThatThrownBy(() -> vault(settings(directory, directory.resolve("none"), null)))
        .hasMessageContaining("is not there");
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static Vault vault(Settings settings) throws Exception {
    return new Vault(settings, new KeySettings(null, Duration.ofSeconds(10)));
  }

  private static Settings settings(Path data, @Nullable Path file, @Nullable String key) {
    return new Settings(data, file, key, false, "off", null, null);
  }
}
