package dev.precheck.app.cli;

import dev.precheck.spi.DatabaseEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The engines that can be named: the built-in ones, and those that plug-ins bring. */
final class Engines {

  private static final List<DatabaseEngine> BUILT_IN =
      List.of(DatabaseEngine.MYSQL, DatabaseEngine.MARIADB, DatabaseEngine.POSTGRESQL);

  private Engines() {}

  /** All but H2, which is only for the demo. */
  static List<DatabaseEngine> all(Surroundings surroundings) {
    List<DatabaseEngine> engines = new ArrayList<>(BUILT_IN);
    surroundings.dialects().get().engines().stream()
        .filter(engine -> !engine.equals(DatabaseEngine.H2) && !engines.contains(engine))
        .forEach(engines::add);
    return engines;
  }

  /**
   * The engine of this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists them
   */
  static DatabaseEngine named(String name, Surroundings surroundings) {
    List<DatabaseEngine> engines = all(surroundings);
    return engines.stream()
        .filter(engine -> engine.id().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no engine \"" + name + "\"; there is " + names(engines) + "."));
  }

  private static String names(List<DatabaseEngine> engines) {
    return engines.stream()
        .map(engine -> engine.id().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
