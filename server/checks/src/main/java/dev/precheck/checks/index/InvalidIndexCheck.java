package dev.precheck.checks.index;

import com.google.auto.service.AutoService;
import dev.precheck.checks.BySelection;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * PG_INVALID_INDEX: indexes of selected tables are in use. An index stays invalid when {@code
 * CREATE INDEX CONCURRENTLY} fails ({@code pg_index.indisvalid}).
 */
@AutoService(Check.class)
public final class InvalidIndexCheck implements Check {

  static final Problem INVALID =
      Problem.warning(
          "INDEX_INVALID",
          "{index} is not valid: building it failed or still goes on, and no statement uses it.",
          "Build it again, or drop it if nobody needs it. That of a partitioned table becomes valid when an"
              + " index of each partition is attached to it (ALTER INDEX … ATTACH PARTITION).");
  static final Problem UNIQUE_INVALID =
      Problem.error(
          "UNIQUE_INDEX_INVALID",
          "{index} is to be unique and is not valid: the table may hold duplicates, and creating it on"
              + " the target fails then.",
          "Remove the duplicates and build it again, or drop it.");

  static final CheckType TYPE =
      CheckType.of("PG_INVALID_INDEX")
          .title("Index validity")
          .condition("Every index of the selected tables is valid and ready.")
          .why(
              "An index that is not valid guards nothing: the rows may not be what its name promises.")
          .when(When.always().whose(Side.SOURCE, "postgresql", "PostgreSQL"))
          .on(
              Side.SOURCE,
              Needs.reading(Server.FACET, Table.FACET, IndexColumn.FACET).selectedObjects())
          .reports(INVALID, UNIQUE_INVALID)
          .skippable("Creating a unique index on the target fails if the rows hold duplicates.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    DatabaseEngine engine = context.endpoint().engine();
    Set<QualifiedName> partitioned =
        context.here().rows(Table.FACET).stream()
            .filter(table -> table.kind() == TableKind.PARTITIONED_TABLE)
            .map(Table::qualified)
            .collect(Collectors.toSet());
    List<Finding> findings = new ArrayList<>();
    BySelection.indexes(context, Side.SOURCE)
        .forEach(
            (table, columns) ->
                columns.stream()
                    .filter(column -> !column.valid() && column.position() == 1)
                    .map(column -> finding(table, column))
                    .map(f -> partitioned.contains(table.source()) ? f : rebuild(engine, f))
                    .forEach(findings::add));
    return findings;
  }

  private static Finding finding(SelectedObject table, IndexColumn column) {
    ObjectRef ref = ObjectRef.index(Side.SOURCE, column.table(), column.indexName());
    return (column.unique() ? UNIQUE_INVALID : INVALID).at(ref).about(table).with("index", ref);
  }

  /**
   * Not of a partitioned table: its index becomes valid when each partition's is attached to it.
   */
  private static Finding rebuild(DatabaseEngine engine, Finding finding) {
    List<String> path = finding.object().path();
    String index = engine.quoted(new QualifiedName(path.get(0), path.get(2)));
    return finding.fix("REINDEX INDEX CONCURRENTLY " + index);
  }
}
