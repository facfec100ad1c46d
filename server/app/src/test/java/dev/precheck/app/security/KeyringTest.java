package dev.precheck.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import dev.precheck.app.config.KeySettings;
import dev.precheck.app.config.Settings;
import dev.precheck.engine.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys come and go while the service runs, and what they sealed stays readable. */
class KeyringTest {

  private static final Secret CANARY = Secret.of("canary-Zx9");

  private Path directory;
  private Path file;
  private Vault vault;

  @BeforeEach
  void start(@TempDir Path temporary) throws Exception {
    directory = temporary;
    file = directory.resolve("data").resolve("secret.key");
    vault = new Vault(settings(null), command(null));
  }

  @Test
  void eachSecretHasADataKeyOfItsOwn() {
    Sealed one = Sealed.parse(vault.seal(CANARY, "e_1"));
    Sealed other = Sealed.parse(vault.seal(CANARY, "e_1"));

    assertThat(one.envelope()).isTrue();
    assertThat(wrappedKey(one)).isNotEqualTo(wrappedKey(other));
    assertThat(one.key()).isEqualTo(other.key());
    assertThat(vault.keyOf(one.text())).isEqualTo(vault.primary());
  }

  /** Length and wrapped key stand first. */
  private static String wrappedKey(Sealed sealed) {
    return new String(sealed.bytes(), 0, 60, StandardCharsets.ISO_8859_1);
  }

  @Test
  void whatEarlierVersionsStoredStillOpens() throws Exception {
    Aead direct = new KeyFile(file).read().getPrimitive(RegistryConfiguration.get(), Aead.class);
    byte[] owner = "e_1".getBytes(StandardCharsets.UTF_8);
    byte[] sealed = direct.encrypt("canary-Zx9".getBytes(StandardCharsets.UTF_8), owner);
    String stored = Base64.getEncoder().encodeToString(sealed);

    assertThat(vault.open(stored, "e_1").reveal()).isEqualTo("canary-Zx9");
    assertThat(vault.keyOf(stored)).isEqualTo(vault.primary());
    assertThat(vault.isCurrent(stored)).isFalse();
    assertThatThrownBy(() -> vault.open(stored, "e_2")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aRunningServiceTakesANewKeyUpAndOpensWhatFormerOnesSealed() throws Exception {
    String former = vault.primary();
    String before = vault.seal(CANARY, "e_1");

    changes().addPrimary();

    assertThat(vault.primary()).isNotEqualTo(former);
    String after = vault.seal(CANARY, "e_1");
    assertThat(vault.keyOf(after)).isEqualTo(vault.primary());
    assertThat(vault.keyOf(before)).isEqualTo(former);
    assertThat(vault.open(before, "e_1").reveal()).isEqualTo("canary-Zx9");
    assertThat(vault.open(after, "e_1").reveal()).isEqualTo("canary-Zx9");
    assertThat(vault.isCurrent(before)).isFalse();
    assertThat(vault.isCurrent(after)).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aKeyCanBeHandedToAllNodesBeforeTheFirstSealsWithIt() throws Exception {
    Path otherData = Files.createDirectories(directory.resolve("other"));
    Path otherFile = otherData.resolve("secret.key");
    Files.copy(file, otherFile, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    Vault other = new Vault(settings(otherFile), command(null));
    String former = vault.primary();

    changes().add();
    assertThat(vault.primary()).isEqualTo(former);
    Files.copy(file, otherFile, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(otherFile, PosixFilePermissions.fromString("rw-------"));
    changes().use(vault.keys().get(1).id());

    String sealed = vault.seal(CANARY, "e_1");
    assertThat(vault.keyOf(sealed)).isEqualTo(vault.keys().get(1).id());
    assertThat(other.primary()).isEqualTo(former);
    assertThat(other.open(sealed, "e_1").reveal()).isEqualTo("canary-Zx9");
  }

  @Test
  void keysThatCannotBeReadLeaveThoseInUse() throws Exception {
    String primary = vault.primary();
    String text = Files.readString(file);

    Files.writeString(file, "canary-Zx9");
    assertThat(vault.primary()).isEqualTo(primary);
    Files.delete(file);
    assertThat(vault.open(vault.seal(CANARY, "e_1"), "e_1").reveal()).isEqualTo("canary-Zx9");
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    changes().addPrimary();

    assertThat(vault.primary()).isNotEqualTo(primary);
  }

  @Test
  void onlyFormerKeysThatSealNothingAreRemoved() throws Exception {
    String first = vault.primary();
    changes().addPrimary();
    String second = vault.primary();
    changes().addPrimary();
    changes().add();
    List<String> ids = vault.keys().stream().map(KeyEntry::id).toList();

    assertThat(changes().remove(Set.of(second, ids.get(2), ids.get(3)))).containsExactly(second);

    assertThat(vault.keys())
        .extracting(KeyEntry::id)
        .containsExactly(first, ids.get(2), ids.get(3));
    assertThat(vault.keys()).extracting(KeyEntry::primary).containsExactly(false, true, false);
    assertThatThrownBy(() -> changes().use(second))
        .hasMessageContaining("no enabled key " + second);
  }

  @Test
  void aCommandMayHandTheKeysOut() throws Exception {
    String sealed = vault.seal(CANARY, "e_1");

    Vault commanded = new Vault(settings(null), command("cat " + file));

    assertThat(commanded.open(sealed, "e_1").reveal()).isEqualTo("canary-Zx9");
    assertThatThrownBy(() -> KeyChanges.of(settings(null), command("cat " + file)))
        .hasMessageContaining("PRECHECK_SECRET_KEY_COMMAND, cat,")
        .hasMessageContaining("has to be changed there");
  }

  @Test
  void aCommandThatFailsShowsItsErrorsAndNeverItsOutput() throws Exception {
    Path script =
        Files.writeString(directory.resolve("s.sh"), "echo canary-Zx9; echo why >&2; exit 3");

    assertThatThrownBy(() -> new Vault(settings(null), command("sh " + script)))
        .hasMessageContaining("ended with 3. It says: why")
        .hasMessageNotContaining("canary");
    Files.writeString(script, "echo canary-Zx9; echo why >&2");
    assertThatThrownBy(() -> new Vault(settings(null), command("sh " + script)))
        .hasMessageContaining("holds no key")
        .hasMessageNotContaining("canary");
  }

  @Test
  void aCommandIsNotReadByAShellAndHasADeadline() {
    assertThatThrownBy(() -> new Vault(settings(null), command("cat /dev/null ; cat " + file)))
        .hasMessageContaining("ended with 1. It says: ");
    assertThatThrownBy(() -> new Vault(settings(null), command("no-such-program $HOME")))
        .hasMessageContaining("cannot be started");
    KeySettings slow = new KeySettings("sleep 600", Duration.ofMillis(200));
    assertThatThrownBy(() -> new Vault(settings(null), slow))
        .hasMessageContaining("did not end within 0.2 s");
  }

  private KeyChanges changes() throws Exception {
    return KeyChanges.of(settings(null), command(null));
  }

  private static KeySettings command(@Nullable String command) {
    return new KeySettings(command, Duration.ofSeconds(30));
  }

  private Settings settings(@Nullable Path key) {
    return new Settings(directory.resolve("data"), key, null, false, "off", null, null);
  }
}
