package dev.precheck.app.cli;

import dev.precheck.app.cli.keys.KeyPlace;
import dev.precheck.app.cli.keys.KeyTable;
import dev.precheck.app.security.KeyChanges;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A new key in the file. */
@Command(
    name = "rotate",
    header = "Adds a key to the key file and lets it encrypt from now on.",
    description = {
      "",
      "The former keys stay and open what they encrypted. A running service takes the changed file"
          + " up by itself; keep a copy of it.",
      ""
    })
final class KeysRotateCommand extends KeyWork {

  /** Either, but not both. */
  static final class Step {
    @Option(
        names = "--add-only",
        description = "Only add a key, which does not encrypt yet, to hand it to all nodes first.")
    private boolean addOnly;

    @Option(
        names = "--use",
        paramLabel = "KEY",
        description = "Add nothing; let this key encrypt, which is in the set.")
    private Optional<String> use = Optional.empty();
  }

  @ArgGroup private Step step = new Step();

  KeysRotateCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String work(KeyPlace place) throws IOException, GeneralSecurityException {
    KeyChanges changes = changes(place);
    if (step.use.isPresent()) {
      changes.use(step.use.get());
    } else if (step.addOnly) {
      changes.add();
    } else {
      changes.addPrimary();
    }
    return changes.place() + " has changed.\n" + KeyTable.of(vault(place).keys(), Optional.empty());
  }
}
