package dev.precheck.app.access;

import dev.precheck.wire.ActionRewriter;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** What is called. */
final class Actions {

  private static final String BEFORE = ActionRewriter.ENDPOINT + "/";

  private Actions() {}

  /** The name in the path; empty if there is none. */
  static Optional<String> name(HttpRequest<?> request) {
    String path = request.getPath();
    return path.startsWith(BEFORE)
        ? Optional.of(path.substring(BEFORE.length()))
        : Optional.empty();
  }
}
