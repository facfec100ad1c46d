package dev.precheck.app.security.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.app.config.SecretSettings;
import dev.precheck.engine.Secret;
import dev.precheck.spi.SecretUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be referred to, and what comes of it. */
class ReferencesTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of("PRECHECK_DB_SHOP", "from-the-environment", "HOME_SECRET", "canary-4711");

  private Path directory;
  private Path open;
  private References references;

  @BeforeEach
  void setUp(@TempDir Path temporary) throws Exception {
    directory = temporary;
    open = Files.createDirectory(directory.resolve("open"));
    Files.writeString(directory.resolve("outside"), "canary-4711\n");
    references =
        new References(
            List.of(
                new EnvironmentSecrets(ENVIRONMENT, Optional.of("PRECHECK_DB_")),
                new FileSecrets(Optional.of(open)),
                new TestVault()));
  }

  @Test
  void whatIsOpenIsFetched() throws Exception {
    Path file = Files.writeString(open.resolve("shop"), "from-the-file\r\nsecond line\n");
    Files.createDirectories(open.resolve("below"));
    // As Kubernetes mounts secrets: a link to a link, all of it below the directory.
    Files.createSymbolicLink(open.resolve("below/link"), file);

    assertThat(fetched("env:PRECHECK_DB_SHOP")).isEqualTo("from-the-environment");
    assertThat(fetched("file:" + file)).isEqualTo("from-the-file");
    assertThat(fetched("file:" + open.resolve("below/link"))).isEqualTo("from-the-file");
    assertThat(fetched("testvault:db/shop")).isEqualTo("from-the-vault");
  }

  @Test
  void whatHasChangedIsFetchedAnew() throws Exception {
    Path file = Files.writeString(open.resolve("shop"), "first");
    assertThat(fetched("file:" + file)).isEqualTo("first");

    Files.writeString(file, "second");

    assertThat(fetched("file:" + file)).isEqualTo("second");
  }

  @Test
  void nothingIsOpenByDefault() throws Exception {
    References closed = new References(new SecretSettings(null, null));

    for (String reference : List.of("env:PATH", "file:/etc/passwd", "env:PRECHECK_DB_SHOP")) {
      assertThat(closed.refusal(reference)).get().asString().contains("has opened no");
      assertThatThrownBy(() -> closed.secret(reference).fetch())
          .isInstanceOf(SecretUnavailable.class)
          .hasMessageContaining(reference);
    }
    assertThat(closed.refusal("testvault:db/shop")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env:HOME_SECRET",
        "env:PRECHECK_DB",
        "env:PRECHECK_DB_",
        "env:precheck_db_SHOP",
        "env:PRECHECK_DB_SHOP=x",
        "env: PRECHECK_DB_SHOP",
        "file:{open}/../outside",
        "file:{open}/./../outside",
        "file:{open}/",
        "file:{open}",
        "file:{open}-other/x",
        "file:outside",
        "file:../outside",
        "file://{open}/shop/../../outside",
        "file:/etc/passwd",
        "file:/proc/self/environ",
        "testvault:other/shop",
        "vault:db/shop",
        "ENV:PRECHECK_DB_SHOP",
        "PRECHECK_DB_SHOP",
        "env:",
        ":x",
        ""
      })
  void whatIsNotOpenIsRefusedWithoutALook(String given) {
    String reference = given.replace("{open}", open.toString());

    assertThat(references.refusal(reference)).isPresent();
    assertThatThrownBy(() -> fetched(reference))
        .isInstanceOf(SecretUnavailable.class)
        .hasMessageNotContaining("canary");
  }

  @Test
  void aLinkDoesNotLeadOut() throws Exception {
    Path link = Files.createSymbolicLink(open.resolve("link"), directory.resolve("outside"));
    Path way = Files.createSymbolicLink(open.resolve("way"), directory);

    for (Path path : List.of(link, way.resolve("outside"))) {
      assertThatThrownBy(() -> fetched("file:" + path))
          .isInstanceOf(SecretUnavailable.class)
          .hasMessageContaining("leads out of the directory")
          .hasMessageNotContaining("canary");
    }
  }

  @Test
  void whatCannotBeHadIsSaidWithWhatToDo() throws Exception {
    Path big = Files.writeString(open.resolve("big"), "canary-4711".repeat(1_000));

    refused("env:PRECHECK_DB_NONE", "no environment variable PRECHECK_DB_NONE. Set it");
    refused("file:" + open.resolve("none"), "There is no file " + open.resolve("none"));
    refused("file:" + big, "so it holds no password");
    refused("file:" + Files.createDirectory(open.resolve("dir")), "is no file");
    refused("testvault:db/none", "The vault has no db/none");
    refused("testvault:db/broken", "broke. Ask the operator");
  }

  private void refused(String reference, String why) {
    assertThatThrownBy(() -> fetched(reference))
        .isInstanceOf(SecretUnavailable.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRECHECK_", "P", "PRECHECK_SECRET_KEY", "PRECHECK_STORE_PASSWORD"})
  void theServicesOwnSecretsAreNeverOpen(String prefix) {
    assertThatThrownBy(() -> new SecretSettings(prefix, null))
        .hasMessageContaining("the service's own secrets");
  }

  private String fetched(String reference) throws SecretUnavailable {
    Secret secret = references.secret(reference);
    secret.fetch();
    return secret.reveal();
  }
}
