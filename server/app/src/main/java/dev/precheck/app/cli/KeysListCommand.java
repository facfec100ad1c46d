package dev.precheck.app.cli;

import dev.precheck.app.cli.keys.KeyPlace;
import dev.precheck.app.cli.keys.KeyTable;
import dev.precheck.app.security.Vault;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which keys there are, and what still depends on each. */
@Command(
    name = "list",
    header = "Lists the keys: which one encrypts, and how many stored secrets each still opens.",
    description = {
      "",
      "One of the secrets is the service's own, by which it knows its keys. A key that is"
          + " \"missing\" was used and is not in the key set: what it encrypted cannot be opened.",
      ""
    })
final class KeysListCommand extends KeyWork {

  @Option(names = "--keys-only", description = "Do not look into the store; SECRETS is \"?\".")
  private boolean keysOnly;

  KeysListCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String work(KeyPlace place) throws IOException, GeneralSecurityException {
    Vault vault = vault(place);
    return KeyTable.of(
        vault.keys(), keysOnly ? Optional.empty() : Optional.of(counts(place, vault)));
  }
}
