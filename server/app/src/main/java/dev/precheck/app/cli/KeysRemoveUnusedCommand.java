package dev.precheck.app.cli;

import dev.precheck.app.cli.keys.KeyPlace;
import dev.precheck.app.security.KeyEntry;
import dev.precheck.app.security.Vault;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** The end of a rotation. */
@Command(
    name = "remove-unused",
    header = "Removes former keys from the key file that open nothing any more.",
    description = {
      "",
      "Only once all nodes have the present key file: one that does not may still encrypt with a"
          + " former key. A backup of the store that is older needs the former keys, so keep them"
          + " with it. Keys that were added and not used yet stay.",
      ""
    })
final class KeysRemoveUnusedCommand extends KeyWork {

  KeysRemoveUnusedCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String work(KeyPlace place) throws IOException, GeneralSecurityException {
    Vault vault = vault(place);
    Map<String, Long> counts = counts(place, vault);
    Set<String> unused =
        vault.keys().stream()
            .map(KeyEntry::id)
            .filter(id -> !counts.containsKey(id))
            .collect(Collectors.toSet());
    List<String> gone = changes(place).remove(unused);
    return gone.isEmpty()
        ? "No former key is unused; nothing has changed.\n"
        : "Removed: " + String.join(", ", gone) + ".\n";
  }
}
