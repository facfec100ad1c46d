package dev.precheck.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.app.config.KeySettings;
import dev.precheck.app.config.Settings;
import dev.precheck.app.security.Vault;
import dev.precheck.app.store.Access;
import dev.precheck.app.store.DataSourceDraft;
import dev.precheck.app.store.DataSourceEntry;
import dev.precheck.app.store.DataSources;
import dev.precheck.app.store.SecretSeal;
import dev.precheck.app.store.StoredClientCertificate;
import dev.precheck.engine.ClientCertificate;
import dev.precheck.engine.Secret;
import dev.precheck.engine.TlsMode;
import dev.precheck.spi.Role;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code precheck keys}: a rotation from the first command to the last. */
class KeysCommandTest {

  private Path directory;

  @BeforeEach
  void start(@TempDir Path temporary) {
    directory = temporary;
  }

  @Test
  void aRotationLosesNothing() throws Exception {
    String id;
    try (ApplicationContext service = service()) {
      id = service.getBean(DataSources.class).create(draft("shop"));
      assertThat(rows(keys("list", "--keys-only"))).hasSize(1).first().asString().endsWith("?");
    }
    String first = key(keys("list"), 0);
    assertThat(rows(keys("list"))).containsExactly(first + " enabled yes 3");

    assertThat(keys("rotate").out()).contains("has changed");
    String second = key(keys("list"), 1);
    assertThat(rows(keys("list")))
        .containsExactly(first + " enabled no 3", second + " enabled yes 0");
    assertThat(keys("remove-unused").out()).contains("nothing has changed");
    assertThat(keys("reencrypt").out())
        .startsWith("3 secrets were encrypted anew; the key " + second);
    assertThat(keys("reencrypt").out()).startsWith("0 secrets");
    assertThat(keys("remove-unused").out()).isEqualTo("Removed: " + first + ".\n");
    assertThat(rows(keys("list"))).containsExactly(second + " enabled yes 3");

    try (ApplicationContext service = service()) {
      DataSourceEntry entry = service.getBean(DataSources.class).get(id);
      assertThat(opened(entry)).isEqualTo("canary of shop");
      SecretSeal seal = service.getBean(SecretSeal.class);
      assertThat(seal.open(entry.access().client(), id).orElseThrow().key().reveal())
          .isEqualTo("canary of its key");
    }
  }

  @Test
  void aKeyMayBeAddedBeforeItIsUsed() throws Exception {
    service().close();

    keys("rotate", "--add-only");
    String first = key(keys("list"), 0);
    String second = key(keys("list"), 1);
    assertThat(keys("remove-unused").out()).contains("nothing has changed");
    keys("rotate", "--use", second);

    assertThat(rows(keys("list")))
        .containsExactly(first + " enabled no 1", second + " enabled yes 0");
    Given.Ran unknown = keys("rotate", "--use", "1");
    assertThat(unknown.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(unknown.err().replace('\n', ' ')).contains("no enabled key 1");
  }

  @Test
  void aKeyThatIsGoneIsShownAsMissing() throws Exception {
    service().close();
    String first = key(keys("list"), 0);
    java.nio.file.Files.delete(directory.resolve("secret.key"));
    new Vault(
        new Settings(directory, null, null, false, "off", null, null),
        new KeySettings(null, Duration.ofSeconds(10)));

    assertThat(rows(keys("list"))).hasSize(2).contains(first + " missing no 1");
    Given.Ran lost = keys("reencrypt");
    assertThat(lost.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(lost.err().replace('\n', ' ')).contains("with the key " + first);
  }

  @Test
  void withoutKeysAndAStoreNothingIsMade() {
    Given.Ran none = keys("list");

    assertThat(none.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(none.err().replace('\n', ' ')).contains("secret.key is not there");
    assertThat(directory).isEmptyDirectory();
    assertThat(Given.nothing().run("keys").code()).isEqualTo(ExitCodes.USAGE);
  }

  private ApplicationContext service() {
    return ApplicationContext.run(Map.of("precheck.data-dir", directory));
  }

  private Given.Ran keys(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "keys";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return new Given(Map.of("PRECHECK_DATA_DIR", directory.toString())).run(all);
  }

  /** The lines below the head, with one blank between columns. */
  private static List<String> rows(Given.Ran ran) {
    return ran.out().lines().skip(1).map(l -> l.replaceAll(" +", " ")).toList();
  }

  private static String key(Given.Ran ran, int row) {
    String line = rows(ran).get(row);
    return line.substring(0, line.indexOf(' '));
  }

  private String opened(DataSourceEntry entry) throws Exception {
    Vault vault =
        Vault.existing(
            new Settings(directory, null, null, false, "off", null, null),
            new KeySettings(null, Duration.ofSeconds(10)));
    return vault.open(entry.access().password().orElseThrow(), entry.id()).reveal();
  }

  private static DataSourceDraft draft(String name) {
    Access access =
        new Access(
            "MYSQL",
            "db.example",
            3306,
            Optional.empty(),
            "user",
            Optional.empty(),
            Optional.empty(),
            TlsMode.PREFER,
            Optional.empty(),
            StoredClientCertificate.NONE);
    return new DataSourceDraft(
        "default",
        name,
        access,
        Optional.of(Secret.of("canary of " + name)),
        Optional.of(new ClientCertificate("a certificate", Secret.of("canary of its key"))),
        Role.PRIMARY,
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
