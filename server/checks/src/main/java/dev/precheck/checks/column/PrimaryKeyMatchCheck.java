package dev.precheck.checks.column;

import com.google.auto.service.AutoService;
import dev.precheck.checks.BySelection;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Column;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Read;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** RDB_PK_MATCH: the keys of a table that both sides have are over the same columns. */
@AutoService(Check.class)
public final class PrimaryKeyMatchCheck extends SourceColumnsCheck {

  static final Problem DIFFERS =
      Problem.error(
          "PRIMARY_KEY_DIFFERS",
          "The primary key of {table} is over ({source}) on the source and over ({target}) on the"
              + " target.",
          "Give the target's table the source's primary key.");
  static final Problem NONE =
      Problem.error(
          "TARGET_HAS_NO_PRIMARY_KEY",
          "{table} has a primary key over ({source}) on the source and none on the target.",
          "Give the target's table the source's primary key.");
  static final Problem EXTRA =
      Problem.warning(
          "TARGET_HAS_ANOTHER_UNIQUE_KEY",
          "{index} is unique over ({target}) on the target, and nothing on the source is: rows that the"
              + " source accepts may be refused.",
          "Drop the index on the target while rows are migrated, or make sure that the source has no"
              + " such duplicates.");
  static final Problem LOST =
      Problem.warning(
          "TARGET_LACKS_UNIQUE_KEY",
          "{index} of the source is unique over ({source}), and nothing on the target is: duplicates"
              + " are accepted there.",
          "Create the unique index on the target.");

  static final CheckType TYPE =
      CheckType.of("RDB_PK_MATCH")
          .title("Key match")
          .condition(
              "Where the target has a selected table already, its primary key and unique keys are over"
                  + " the source's columns.")
          .why(
              "Changes are applied and rows are compared by the key; one that differs finds the wrong"
                  + " row, or none.")
          .when(When.anyOf(Phase.FULL, Phase.VERIFY, Phase.INCREMENTAL, Phase.REVERSE))
          .on(
              Side.TARGET,
              seeing(
                  Needs.reading(Server.FACET, Column.FACET, IndexColumn.FACET)
                      .and(Read.source(IndexColumn.FACET))))
          .reports(DIFFERS, NONE, EXTRA, LOST, HiddenColumns.PROBLEM)
          .skippable(
              "Changes hit the wrong row or fail as duplicates, and conflicts are not noticed.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    Map<SelectedObject, List<IndexColumn>> source = BySelection.indexes(context, Side.SOURCE);
    Map<SelectedObject, List<IndexColumn>> target = BySelection.indexes(context, Side.TARGET);
    List<Finding> findings = new ArrayList<>();
    for (Pairs pair : Pairs.of(context)) {
      Keys from = Keys.of(pair, source.getOrDefault(pair.table(), List.of()));
      Keys to = Keys.of(pair, target.getOrDefault(pair.table(), List.of()));
      compare(pair.table(), from, to).forEach(f -> findings.add(f.about(pair.table())));
    }
    return findings;
  }

  private static List<Finding> compare(SelectedObject table, Keys source, Keys target) {
    List<Finding> findings = new ArrayList<>();
    ObjectRef ref = table.ref(Side.TARGET);
    if (!source.primary().isEmpty() && !target.primary().isOver(source.primary())) {
      Problem problem = target.primary().isEmpty() ? NONE : DIFFERS;
      findings.add(
          problem
              .at(ref)
              .with("table", ref)
              .with("source", source.primary())
              .with("target", target.primary()));
    }
    if (source.primary().isEmpty()
        && !target.primary().isEmpty()
        && !source.has(target.primary())) {
      findings.add(EXTRA.at(ref).with("index", ref).with("target", target.primary()));
    }
    target
        .others()
        .forEach(
            (name, columns) -> {
              if (!source.has(columns)) {
                ObjectRef index = ObjectRef.index(Side.TARGET, table.target(), name);
                findings.add(EXTRA.at(index).with("index", index).with("target", columns));
              }
            });
    source
        .others()
        .forEach(
            (name, columns) -> {
              if (!target.has(columns)) {
                ObjectRef index = ObjectRef.index(Side.SOURCE, table.source(), name);
                findings.add(LOST.at(ref).with("index", index).with("source", columns));
              }
            });
    return findings;
  }

  /**
   * The keys of one table. Two are alike if they are over the same columns, in whatever order: they
   * tell the same rows apart.
   *
   * @param primary empty if it has none
   * @param others unique keys by their names, those over expressions or over some rows left out
   */
  private record Keys(Key primary, Map<String, Key> others) {

    static Keys of(Pairs pair, List<IndexColumn> columns) {
      Map<String, List<IndexColumn>> byName =
          columns.stream()
              .filter(IndexColumn::unique)
              .collect(
                  Collectors.groupingBy(IndexColumn::indexName, TreeMap::new, Collectors.toList()));
      Key primary = new Key(List.of());
      Map<String, Key> others = new TreeMap<>();
      for (Map.Entry<String, List<IndexColumn>> key : byName.entrySet()) {
        if (key.getValue().get(0).primaryKey()) {
          primary = Key.of(pair, key.getValue());
        } else if (key.getValue().stream().allMatch(IndexColumn::wholeColumn)) {
          others.put(key.getKey(), Key.of(pair, key.getValue()));
        }
      }
      return new Keys(primary, others);
    }

    boolean has(Key key) {
      return primary.isOver(key) || others.values().stream().anyMatch(other -> other.isOver(key));
    }
  }

  /** The columns of a key in their order; none where there is no key. */
  private record Key(List<String> columns) {

    static Key of(Pairs pair, List<IndexColumn> columns) {
      return new Key(
          columns.stream()
              .sorted(Comparator.comparingInt(IndexColumn::position))
              .map(column -> pair.key(column.columnName()))
              .toList());
    }

    boolean isEmpty() {
      return columns.isEmpty();
    }

    boolean isOver(Key other) {
      return Set.copyOf(columns).equals(Set.copyOf(other.columns));
    }

    @Override
    public String toString() {
      return String.join(", ", columns);
    }
  }
}
