package dev.precheck.testkit;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Migration;
import dev.precheck.spi.NamePattern;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.RowIdFilter;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds plans for cases, from MySQL to MySQL unless told otherwise. */
public record Plans(
    DatabaseEngine source,
    DatabaseEngine target,
    Selection selection,
    Set<Phase> phases,
    boolean targetMayHaveRows) {

  /** Structure, full copy and changes of nothing yet. */
  public static Plans plan() {
    return new Plans(
        DatabaseEngine.MYSQL,
        DatabaseEngine.MYSQL,
        Selection.of(List.of()),
        Set.of(Phase.STRUCTURE, Phase.FULL, Phase.INCREMENTAL),
        false);
  }

  public Plans from(DatabaseEngine engine) {
    return new Plans(engine, target, selection, phases, targetMayHaveRows);
  }

  public Plans to(DatabaseEngine engine) {
    return new Plans(source, engine, selection, phases, targetMayHaveRows);
  }

  public Plans running(Phase... phase) {
    return new Plans(source, target, selection, Set.of(phase), targetMayHaveRows);
  }

  public Plans select(Selection selected) {
    return new Plans(source, target, selected, phases, targetMayHaveRows);
  }

  /** Tables by {@code schema.table}, under the same name on the target. */
  public Plans tables(String... names) {
    return select(Selection.of(Arrays.stream(names).map(Plans::table).toList()));
  }

  /** Objects by pattern. */
  public Plans matching(String... patterns) {
    return select(Selection.matching(patterns));
  }

  public Plans allowingRows() {
    return new Plans(source, target, selection, phases, true);
  }

  public Migration build() {
    return new Migration(
        endpoint(source, "source.example"),
        endpoint(target, "target.example"),
        selection,
        phases,
        targetMayHaveRows);
  }

  /** Everything of a schema whose name needs no escape, into one of another name. */
  public static Selection renaming(String source, String target) {
    return new Selection(
        List.of(),
        List.of(NamePattern.parse(source + ".*")),
        List.of(),
        Map.of(source, target),
        RowIdFilter.ALL);
  }

  /** A table {@code schema.table}, under the same name on the target. */
  public static SelectedObject table(String name) {
    return mapped(ObjectKind.TABLE, name, name);
  }

  /** A view {@code schema.view}, under the same name on the target. */
  public static SelectedObject view(String name) {
    return mapped(ObjectKind.VIEW, name, name);
  }

  /** An object with another name on the target. */
  public static SelectedObject mapped(ObjectKind kind, String source, String target) {
    return new SelectedObject(kind, qualified(source), qualified(target));
  }

  private static QualifiedName qualified(String name) {
    int dot = name.indexOf('.');
    return new QualifiedName(name.substring(0, dot), name.substring(dot + 1));
  }

  private static Endpoint endpoint(DatabaseEngine engine, String host) {
    return new Endpoint(engine, host, engine.defaultPort(), Optional.of("shop"), "migrator");
  }
}
