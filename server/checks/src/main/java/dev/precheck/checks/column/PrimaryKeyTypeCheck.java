package dev.precheck.checks.column;

import com.google.auto.service.AutoService;
import dev.precheck.checks.BySelection;
import dev.precheck.checks.Families;
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
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** RDB_PK_TYPE: rows can be told apart, ordered and split by their primary key on both sides. */
@AutoService(Check.class)
public final class PrimaryKeyTypeCheck extends SourceColumnsCheck {

  /** Printed and read again, a value may be another one. */
  private static final Set<String> ROUNDED =
      Set.of("float", "double", "float4", "float8", "real", "double precision");

  /** Sorted by their number on one side and by their text on another. */
  private static final Set<String> LABELS = Set.of("enum", "set");

  private static final Set<String> LARGE =
      Set.of(
          "tinytext",
          "text",
          "mediumtext",
          "longtext",
          "tinyblob",
          "blob",
          "mediumblob",
          "longblob",
          "json",
          "jsonb");

  static final Problem APPROXIMATE =
      Problem.error(
          "KEY_IS_APPROXIMATE",
          "{column} is part of the primary key and is {type}: a value may be another one after it was"
              + " written and read, and its row is not found any more.",
          "Make it a decimal or an integer, or remove the table from the plan.");
  static final Problem ORDER =
      Problem.warning(
          "KEY_ORDER_DIFFERS",
          "{column} is part of the primary key and is {type}, which is not ordered alike everywhere: a"
              + " copy that is split by it may leave rows out.",
          "Let this table be copied in one piece, or give it another key.");
  static final Problem LONG =
      Problem.warning(
          "KEY_IS_LARGE",
          "{column} is part of the primary key and is {type}: ranges of it are slow to find and"
              + " compare.",
          "Let this table be copied in one piece, or give it another key.");

  static final CheckType TYPE =
      CheckType.of("RDB_PK_TYPE")
          .title("Primary key type")
          .condition(
              "Columns of primary keys have types whose values are exact, short, and ordered alike on"
                  + " both sides.")
          .why("Copies are split by ranges of the key, and rows are found by its values.")
          .when(When.anyOf(Phase.FULL, Phase.VERIFY, Phase.INCREMENTAL, Phase.REVERSE))
          .on(Side.SOURCE, seeing(Needs.reading(Server.FACET, Column.FACET, IndexColumn.FACET)))
          .reports(APPROXIMATE, ORDER, LONG, HiddenColumns.PROBLEM)
          .skippable("Rows are not found when they are updated, or are left out of the copy.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    Map<SelectedObject, List<IndexColumn>> indexes = BySelection.indexes(context, Side.SOURCE);
    boolean oneFamily = Families.areOne(context.migration());
    List<Finding> findings = new ArrayList<>();
    BySelection.columns(context, Side.SOURCE)
        .forEach(
            (table, columns) -> {
              Set<String> key =
                  indexes.getOrDefault(table, List.of()).stream()
                      .filter(IndexColumn::primaryKey)
                      .map(IndexColumn::columnName)
                      .collect(Collectors.toSet());
              columns.stream()
                  .filter(column -> key.contains(column.columnName()))
                  .flatMap(column -> judge(column, oneFamily).stream())
                  .map(finding -> finding.about(table))
                  .forEach(findings::add);
            });
    return findings;
  }

  private static List<Finding> judge(Column column, boolean oneFamily) {
    boolean textOfPostgreSql =
        column.typeSchema().equals("pg_catalog") && column.typeName().equals("text");
    if (ROUNDED.contains(column.typeName())) {
      return List.of(at(APPROXIMATE, column));
    } else if (LABELS.contains(column.typeName()) || column.typeKind() == Column.TypeKind.ENUM) {
      return oneFamily ? List.of() : List.of(at(ORDER, column));
    } else if (LARGE.contains(column.typeName()) && !textOfPostgreSql) {
      return List.of(at(LONG, column));
    }
    return List.of();
  }

  private static Finding at(Problem problem, Column column) {
    ObjectRef ref = column.ref(Side.SOURCE);
    return problem.at(ref).with("column", ref).with("type", column.fullType());
  }
}
