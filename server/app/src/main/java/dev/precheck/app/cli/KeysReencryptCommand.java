package dev.precheck.app.cli;

import dev.precheck.app.cli.keys.KeyPlace;
import dev.precheck.app.security.Vault;
import dev.precheck.app.store.StoredSecrets;
import java.io.IOException;
import java.security.GeneralSecurityException;
import picocli.CommandLine.Command;

/** Everything under the primary key. */
@Command(
    name = "reencrypt",
    header = "Encrypts what is stored under former keys anew, with the primary one.",
    description = {
      "",
      "Safe beside running services and when it is broken off: start it again and it goes on. A"
          + " service with an embedded store does this by itself.",
      ""
    })
final class KeysReencryptCommand extends KeyWork {

  KeysReencryptCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String work(KeyPlace place) throws IOException, GeneralSecurityException {
    Vault vault = vault(place);
    long done = stored(place, vault, StoredSecrets::reencrypt).orElse(0L);
    return done + " secrets were encrypted anew; the key " + vault.primary() + " opens them.\n";
  }
}
