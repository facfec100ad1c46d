package dev.precheck.checks.object;

import com.google.auto.service.AutoService;
import dev.precheck.checks.SelectedNames;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.TableTraits;
import dev.precheck.spi.When;
import java.util.List;
import java.util.stream.Stream;

/**
 * PG_LARGE_OBJECT: what rows refer to comes along. Large objects are in a table of the catalogue
 * (PostgreSQL manual, 51.30), which logical decoding leaves out and a copy of tables does not
 * touch.
 */
@AutoService(Check.class)
public final class LargeObjectCheck implements Check {

  static final Problem NOT_MIGRATED =
      Problem.warning(
          "LARGE_OBJECTS_NOT_MIGRATED",
          "The column {column} of {table} may refer to large objects, which the source has and the"
              + " migration does not copy: on the target it refers to nothing.",
          "Copy the large objects apart and keep their numbers (pg_dump --large-objects), or keep the"
              + " content in a bytea column. Ignore this if {column} holds something else.");

  static final CheckType TYPE =
      CheckType.of("PG_LARGE_OBJECT")
          .title("Large object")
          .condition(
              "The source has no large objects, or no selected table has a column of type oid or lo"
                  + " that may refer to them.")
          .why(
              "Large objects are no rows of the tables that refer to them: neither the copy nor change"
                  + " capture brings them.")
          .when(
              When.anyOf(Phase.FULL, Phase.INCREMENTAL)
                  .whose(Side.SOURCE, "postgresql", "PostgreSQL"))
          .on(Side.SOURCE, Needs.reading(Server.FACET, TableTraits.FACET).selectedObjects())
          .reports(NOT_MIGRATED)
          .skippable("Content that rows refer to is missing on the target.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    SelectedNames selected = SelectedNames.of(context, Side.SOURCE);
    return context.here().rows(TableTraits.FACET).stream()
        .filter(table -> !table.objectIdColumn().isEmpty())
        .flatMap(
            table ->
                selected.find(table.table()).stream().flatMap(object -> finding(table, object)))
        .distinct()
        .toList();
  }

  private static Stream<Finding> finding(TableTraits table, SelectedObject object) {
    ObjectRef column =
        new ObjectRef(
            Side.SOURCE,
            ObjectKind.COLUMN,
            List.of(table.schema(), table.tableName(), table.objectIdColumn()));
    return Stream.of(
        NOT_MIGRATED
            .at(column)
            .about(object)
            .with("table", table.table())
            .with("column", table.objectIdColumn()));
  }
}
