package dev.precheck.app.cli;

import dev.precheck.app.cli.keys.KeyPlace;
import dev.precheck.app.security.KeyChanges;
import dev.precheck.app.security.Vault;
import dev.precheck.app.store.OfflineStore;
import dev.precheck.app.store.StoredSecrets;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands on keys have in common: where the keys are, and how they fail. */
abstract class KeyWork implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  KeyWork(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Does it and returns what there is to say, lines that end. */
  abstract String work(KeyPlace place) throws IOException, GeneralSecurityException;

  @Override
  public final Integer call() throws IOException, GeneralSecurityException {
    try {
      String text = work(KeyPlace.of(surroundings.environment()));
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
      return ExitCodes.PASSED;
    } catch (IllegalStateException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  static Vault vault(KeyPlace place) throws IOException, GeneralSecurityException {
    return Vault.existing(place.settings(), place.keys());
  }

  static KeyChanges changes(KeyPlace place) throws GeneralSecurityException {
    return KeyChanges.of(place.settings(), place.keys());
  }

  /** Asks about what is stored; empty if nothing ever was. */
  static <T> Optional<T> stored(KeyPlace place, Vault vault, Function<StoredSecrets, T> question)
      throws IOException {
    if (OfflineStore.isMissing(place.settings())) {
      return Optional.empty();
    }
    try (OfflineStore store = OfflineStore.open(place.settings())) {
      return store.secrets(vault).map(question);
    }
  }

  static Map<String, Long> counts(KeyPlace place, Vault vault) throws IOException {
    return stored(place, vault, StoredSecrets::countByKey).orElse(Map.of());
  }
}
