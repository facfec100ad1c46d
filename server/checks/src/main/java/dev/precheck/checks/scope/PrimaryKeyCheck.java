package dev.precheck.checks.scope;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Families;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.PartitionedTable;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.RowIds;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.When;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** RDB_PRIMARY_KEY: every row that is migrated can be told from every other. */
@AutoService(Check.class)
public final class PrimaryKeyCheck implements Check {

  static final Problem CHANGES =
      Problem.error(
          "NO_ROW_ID_FOR_CHANGES",
          "{table} has neither a primary key nor a unique key over NOT NULL columns, so changes to"
              + " its rows cannot be applied to the right row.",
          "Add a primary key, over existing columns where they identify a row, and of a partitioned"
              + " table with the columns that it is partitioned by. A fix statement adds one with a new"
              + " column, which rewrites the table. Or remove the table from the plan.");
  static final Problem COPY =
      Problem.warning(
          "NO_ROW_ID_FOR_COPY",
          "{table} has neither a primary key nor a unique key over NOT NULL columns, so its copy"
              + " cannot be split, resumed or compared row by row.",
          "Add a primary key, over existing columns where they identify a row, and of a partitioned"
              + " table with the columns that it is partitioned by. A fix statement adds one with a new"
              + " column, which rewrites the table. Or accept that the table is copied again from its start"
              + " whenever the copy is interrupted.");

  /** A name that no application uses, so that the statement runs as it stands. */
  private static final String NEW_COLUMN = "precheck_row_id";

  static final CheckType TYPE =
      CheckType.of("RDB_PRIMARY_KEY")
          .title("Primary key")
          .condition(
              "Every selected table of the source has a primary key, or a unique key that covers"
                  + " every row and whose columns are all NOT NULL.")
          .why(
              "Without one, changes cannot be matched to rows, an interrupted copy duplicates rows,"
                  + " and verification cannot pair them.")
          .when(When.anyOf(Phase.FULL, Phase.VERIFY, Phase.INCREMENTAL, Phase.REVERSE))
          .on(
              Side.SOURCE,
              Needs.reading(Server.FACET, Table.FACET, IndexColumn.FACET, PartitionedTable.FACET)
                  .selectedObjects())
          .reports(CHANGES, COPY)
          .skippable(
              "Rows of these tables may be duplicated after an interruption, and updates and deletes"
                  + " scan the whole table for each row or hit the wrong one.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    IdentifierCase compare = context.here().row(Server.FACET).identifierCase();
    Set<QualifiedName> withRowId =
        RowIds.tablesWithRowId(context.here().rows(IndexColumn.FACET), compare);
    Set<QualifiedName> tables =
        context.here().rows(Table.FACET).stream()
            .filter(table -> table.kind().isTable())
            .map(table -> compare.key(table.qualified()))
            .collect(Collectors.toSet());
    Set<QualifiedName> partitioned =
        context.here().rows(PartitionedTable.FACET).stream()
            .map(table -> compare.key(table.table()))
            .collect(Collectors.toSet());
    return context.selected().stream()
        .filter(object -> tables.contains(compare.key(object.source())))
        .filter(object -> !withRowId.contains(compare.key(object.source())))
        .map(
            object -> {
              Finding finding = finding(context, object);
              return partitioned.contains(compare.key(object.source()))
                  ? finding
                  : finding.fix(addKey(context.endpoint().engine(), object.source()));
            })
        .toList();
  }

  private static Finding finding(CheckContext context, SelectedObject object) {
    boolean changes =
        context.migration().runs(Phase.INCREMENTAL) || context.migration().runs(Phase.REVERSE);
    return (changes ? CHANGES : COPY)
        .at(ObjectRef.table(Side.SOURCE, object.source()))
        .about(object)
        .with("table", object.source());
  }

  private static String addKey(DatabaseEngine engine, QualifiedName table) {
    String type =
        Families.isMySql(engine)
            ? "BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY"
            : "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY";
    return "ALTER TABLE "
        + engine.quoted(table)
        + " ADD COLUMN "
        + engine.quoted(NEW_COLUMN)
        + " "
        + type;
  }
}
