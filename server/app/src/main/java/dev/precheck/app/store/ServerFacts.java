package dev.precheck.app.store;

import java.util.Optional;

/** What a server told of itself at the last successful connection; empty where it is not known. */
public record ServerFacts(
    Optional<String> serverVersion,
    Optional<String> serverCharset,
    Optional<String> serverTimeZone) {

  public static final ServerFacts UNKNOWN =
      new ServerFacts(Optional.empty(), Optional.empty(), Optional.empty());
}
