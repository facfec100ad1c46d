package dev.precheck.app.access;

import dev.precheck.wire.ActionRewriter;
import dev.precheck.wire.ActionRules;
import dev.precheck.wire.CurrentContract;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What is called, and what the contract says of it. */
@Singleton
final class Actions {

  private static final String BEFORE = ActionRewriter.ENDPOINT + "/";

  private final CurrentContract current;

  Actions(CurrentContract current) {
    this.current = current;
  }

  /** Those of the action that the path names; empty if the contract has none of that name. */
  Optional<ActionRules> rules(HttpRequest<?> request) {
    String path = request.getPath();
    return path.startsWith(BEFORE)
        ? current.contract().rules(path.substring(BEFORE.length()))
        : Optional.empty();
  }
}
