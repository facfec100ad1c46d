package dev.precheck.app.cli.catalogue;

import dev.precheck.spi.CheckType;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Migration;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Selection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which checks are listed: those that would look at some plan of this kind. Whether one would is
 * asked of the check itself, with a plan of each kind.
 *
 * @param source only those for migrations from this engine
 * @param target only those for migrations to this engine
 * @param phase only those for plans that run this phase and no other
 * @param engines all engines there are
 */
public record CheckFilter(
    Optional<DatabaseEngine> source,
    Optional<DatabaseEngine> target,
    Optional<Phase> phase,
    List<DatabaseEngine> engines) {

  public boolean takes(CheckType type) {
    return plans().anyMatch(plan -> type.sides().stream().anyMatch(s -> type.appliesTo(plan, s)));
  }

  private Stream<Migration> plans() {
    return some(source)
        .flatMap(from -> some(target).flatMap(to -> phases().flatMap(p -> plans(from, to, p))));
  }

  private Stream<DatabaseEngine> some(Optional<DatabaseEngine> wanted) {
    return wanted.map(Stream::of).orElseGet(engines::stream);
  }

  /** Each phase by itself, and all of them together for checks that need two at once. */
  private Stream<Set<Phase>> phases() {
    return phase
        .map(only -> Stream.of(Set.of(only)))
        .orElseGet(
            () ->
                Stream.concat(
                    Arrays.stream(Phase.values()).map(Set::of), Stream.of(Set.of(Phase.values()))));
  }

  private static Stream<Migration> plans(
      DatabaseEngine source, DatabaseEngine target, Set<Phase> phases) {
    Selection everything = Selection.matching("*.*");
    return Stream.of(false, true)
        .map(rows -> new Migration(endpoint(source), endpoint(target), everything, phases, rows));
  }

  private static Endpoint endpoint(DatabaseEngine engine) {
    return new Endpoint(engine, "db.example", engine.defaultPort(), Optional.of("shop"), "reader");
  }
}
