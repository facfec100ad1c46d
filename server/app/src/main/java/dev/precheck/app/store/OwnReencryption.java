package dev.precheck.app.store;

import dev.precheck.app.security.Vault;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the key set where nobody else can: the embedded store is a file that only this process
 * opens. On a server it is left to a person, who knows when all nodes have the new keys.
 */
@Singleton
final class OwnReencryption {

  private static final Logger LOG = LoggerFactory.getLogger(OwnReencryption.class);

  private final StoreKind kind;
  private final Vault vault;
  private final StoredSecrets secrets;
  private String done = "";

  OwnReencryption(StoreKind kind, Vault vault, StoredSecrets secrets) {
    this.kind = kind;
    this.vault = vault;
    this.secrets = secrets;
  }

  /** Looks whether there is a new primary key, and has it seal everything. */
  @Scheduled(initialDelay = "10s", fixedDelay = "30s")
  synchronized void look() {
    String primary = vault.primary();
    if (kind != StoreKind.H2 || primary.equals(done)) {
      return;
    }
    try {
      long count = secrets.reencrypt();
      if (count > 0) {
        LOG.info("Encrypted {} stored secrets anew; the key {} opens them now.", count, primary);
      }
      done = primary;
    } catch (IllegalStateException e) {
      // Trying again would say the same; a new key is a new try.
      done = primary;
      LOG.warn("{}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("Stored secrets could not be encrypted anew. It is tried again.", e);
    }
  }
}
