package dev.precheck.app.store;

import dev.precheck.app.security.Vault;
import dev.precheck.engine.ClientCertificate;
import dev.precheck.engine.Secret;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Seals the secrets of a data source, each for the data source and for what it is, and opens them.
 * What is stored already stays as it is when it is given once more: nothing has changed then.
 */
@Singleton
public final class SecretSeal {

  private final Vault vault;

  public SecretSeal(Vault vault) {
    this.vault = vault;
  }

  /** The password sealed; empty if it is. */
  Optional<String> password(Secret password, Optional<String> known, String id) {
    if (password.reveal().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(sealed(password, known, id));
  }

  /** The certificate with its key sealed; none if it is empty. */
  StoredClientCertificate certificate(
      ClientCertificate shown, StoredClientCertificate known, String id) {
    if (shown.chain().isEmpty()) {
      return StoredClientCertificate.NONE;
    }
    return new StoredClientCertificate(
        Optional.of(shown.chain()),
        Optional.of(sealed(shown.key(), known.clientKey(), keyOwner(id))));
  }

  /** The password in the clear. */
  public Secret openPassword(String sealed, String id) {
    return vault.open(sealed, id);
  }

  /** The certificate with its key in the clear; empty if there is none. */
  public Optional<ClientCertificate> open(StoredClientCertificate stored, String id) {
    return stored
        .clientCertificate()
        .flatMap(
            chain ->
                stored
                    .clientKey()
                    .map(key -> new ClientCertificate(chain, vault.open(key, keyOwner(id)))));
  }

  private String sealed(Secret secret, Optional<String> known, String owner) {
    return known
        .filter(text -> vault.open(text, owner).reveal().equals(secret.reveal()))
        .orElseGet(() -> vault.seal(secret, owner));
  }

  /** As {@link StoredSecrets} has it too. */
  private static String keyOwner(String id) {
    return id + "/clientKey";
  }
}
