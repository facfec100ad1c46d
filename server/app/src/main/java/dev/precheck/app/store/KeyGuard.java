package dev.precheck.app.store;

import dev.precheck.app.security.Vault;
import dev.precheck.engine.Secret;
import io.micronaut.context.annotation.Context;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Sees at start whether the key is the one that the store's passwords were sealed with, instead of
 * letting each precheck find out.
 */
@Context
final class KeyGuard {

  private static final String NAME = "key-check";

  /**
   * Compares.
   *
   * @throws IllegalStateException if the key is another one
   */
  KeyGuard(Jdbi jdbi, Vault vault) {
    jdbi.useTransaction(handle -> check(handle, vault));
  }

  private static void check(Handle handle, Vault vault) {
    Optional<String> sealed =
        handle
            .createQuery("select content from setting where name = :name")
            .bind("name", NAME)
            .mapTo(String.class)
            .findOne();
    if (sealed.isPresent()) {
      vault.open(sealed.get(), NAME);
    } else {
      handle.execute(
          "insert into setting (name, content) values (?, ?)",
          NAME,
          vault.seal(Secret.of(NAME), NAME));
    }
  }
}
