package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.app.config.KeySettings;
import dev.precheck.app.config.Settings;
import dev.precheck.app.security.KeyChanges;
import dev.precheck.app.security.KeyEntry;
import dev.precheck.app.security.Vault;
import dev.precheck.app.store.DataSources;
import dev.precheck.app.store.StoredSecrets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys change under two nodes of one store while callers change passwords. */
class KeyRotationTest {

  private static final int SOURCES = 30;

  @Test
  void noPasswordIsLostAndNoCallFails(@TempDir Path directory) throws Exception {
    SharedStore store = new SharedStore(directory);
    try (TestService one = store.node(Map.of());
        TestService two = store.node(Map.of())) {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < SOURCES; i++) {
        ids.add(one.api().id("CreateDataSource", body("source-" + i)));
      }
      KeyChanges changes =
          KeyChanges.of(
              new Settings(directory, null, null, false, "off", null, null),
              new KeySettings(null, Duration.ofSeconds(10)));
      Vault vault = two.context().getBean(Vault.class);
      String first = vault.primary();
      AtomicBoolean over = new AtomicBoolean();
      CompletableFuture<Map<String, String>> callers =
          CompletableFuture.supplyAsync(() -> changePasswords(two.api(), ids, over));

      changes.addPrimary();
      StoredSecrets secrets = one.context().getBean(StoredSecrets.class);
      secrets.reencrypt();
      secrets.reencrypt();
      over.set(true);
      Map<String, String> expected = callers.get();

      assertThat(secrets.countByKey()).containsOnly(Map.entry(vault.primary(), SOURCES + 1L));
      Set<String> unused = new HashSet<>(vault.keys().stream().map(KeyEntry::id).toList());
      unused.remove(vault.primary());
      assertThat(changes.remove(unused)).containsExactly(first);
      for (TestService node : List.of(one, two)) {
        assertThat(passwords(node, ids)).containsExactlyInAnyOrderEntriesOf(expected);
      }
    }
  }

  /** Changes them one after the other, at least once each. */
  private static Map<String, String> changePasswords(
      Api api, List<String> ids, AtomicBoolean over) {
    Map<String, String> last = new HashMap<>();
    for (int round = 0; round == 0 || !over.get(); round++) {
      for (String id : ids) {
        String password = "canary-" + round;
        api.ok("UpdateDataSource", Map.of("id", id, "password", password));
        last.put(id, password);
      }
    }
    return last;
  }

  private static Map<String, String> passwords(TestService node, List<String> ids) {
    DataSources sources = node.context().getBean(DataSources.class);
    Vault vault = node.context().getBean(Vault.class);
    Map<String, String> passwords = new HashMap<>();
    for (String id : ids) {
      String sealed = sources.get(id).access().password().orElseThrow();
      passwords.put(id, vault.open(sealed, id).reveal());
    }
    return passwords;
  }

  private static Map<String, Object> body(String name) {
    return Map.of(
        "name", name, "type", "MYSQL", "host", "db", "userName", "u", "password", "canary");
  }
}
