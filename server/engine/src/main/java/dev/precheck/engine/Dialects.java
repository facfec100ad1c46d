package dev.precheck.engine;

import dev.precheck.spi.DatabaseEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The databases that can be checked, by engine. */
public final class Dialects {

  private final Map<String, Dialect> byEngine;

  private Dialects(Map<String, Dialect> byEngine) {
    this.byEngine = byEngine;
  }

  /** Those on the class path. */
  public static Dialects load() {
    return of(ServiceLoader.load(Dialect.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /**
   * Just these.
   *
   * @throws IllegalStateException if two are for one engine
   */
  public static Dialects of(List<Dialect> dialects) {
    return new Dialects(
        dialects.stream().collect(Collectors.toMap(d -> d.engine().id(), Function.identity())));
  }

  /** The engines that can be checked. */
  public List<DatabaseEngine> engines() {
    return byEngine.values().stream().map(Dialect::engine).toList();
  }

  /** The engine with this id. */
  public Optional<DatabaseEngine> engine(String id) {
    return Optional.ofNullable(byEngine.get(id)).map(Dialect::engine);
  }

  /**
   * The dialect of an engine.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Dialect of(DatabaseEngine engine) {
    return Optional.ofNullable(byEngine.get(engine.id()))
        .orElseThrow(
            () -> new IllegalArgumentException("There is no dialect for " + engine.label() + "."));
  }
}
