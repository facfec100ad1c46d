package dev.precheck.checks.name;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Families;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Read;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * RDB_NAME_CASE_COLLISION: names that differ in case alone stay two names. MySQL and MariaDB never
 * tell the case of columns and indexes apart (MySQL 8.0 manual, 11.2.3); of tables
 * RDB_MAPPING_UNIQUE tells.
 */
@AutoService(Check.class)
public final class NameCaseCollisionCheck extends SourceColumnsCheck {

  static final Problem COLUMNS =
      Problem.error(
          "COLUMNS_DIFFER_IN_CASE",
          "The target does not tell the column {object} from {others}: it compares the names of"
              + " columns without their case.",
          "Rename one of them on the source, or remove the table from the plan.");
  static final Problem INDEXES =
      Problem.error(
          "INDEXES_DIFFER_IN_CASE",
          "The target does not tell the index {object} from {others}: it compares the names of"
              + " indexes without their case.",
          "Rename one of them on the source, or remove the table from the plan.");
  static final Problem SCHEMAS =
      Problem.warning(
          "SCHEMAS_DIFFER_IN_CASE",
          "The target does not tell the schema {object} from {others}: it compares names without"
              + " their case, so that the tables of both come into one.",
          "Map one of them to a name that differs in more than case, unless one schema is what you"
              + " want.");

  private static final Map<ObjectKind, Problem> PROBLEMS =
      Map.of(ObjectKind.COLUMN, COLUMNS, ObjectKind.INDEX, INDEXES, ObjectKind.SCHEMA, SCHEMAS);

  static final CheckType TYPE =
      CheckType.of("RDB_NAME_CASE_COLLISION")
          .title("Name case collision")
          .condition(
              "No two schemas, no two columns and no two indexes of a table have names that differ in"
                  + " case alone, as far as the target does not tell case apart.")
          .why(
              "A table with such columns cannot be created; one of two schemas takes in the tables of"
                  + " the other.")
          .on(Side.TARGET, seeing(Needs.reading(Server.FACET).and(Read.source(IndexColumn.FACET))))
          .reports(COLUMNS, INDEXES, SCHEMAS, HiddenColumns.PROBLEM)
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    Map<List<String>, List<TargetName>> byName =
        Stream.concat(TargetName.all(context).stream(), TargetName.indexes(context).stream())
            .filter(name -> PROBLEMS.containsKey(name.object().kind()))
            .filter(name -> folds(context, name.object().kind()))
            .collect(groupingBy(NameCaseCollisionCheck::key, LinkedHashMap::new, toList()));
    return byName.values().stream()
        .filter(same -> same.size() > 1)
        .flatMap(same -> same.stream().map(name -> finding(name, same)))
        .toList();
  }

  private static boolean folds(CheckContext context, ObjectKind kind) {
    boolean always = kind != ObjectKind.SCHEMA && Families.isMySql(context.endpoint().engine());
    return always
        || context.here().row(Server.FACET).identifierCase() == IdentifierCase.INSENSITIVE;
  }

  /** What it is and where; of a table that is renamed to another's name there are two. */
  private static List<String> key(TargetName name) {
    String table = name.selected().map(object -> object.source().toString()).orElse("");
    return List.of(name.noun(), table, IdentifierCase.INSENSITIVE.key(name.text()));
  }

  private static Finding finding(TargetName name, List<TargetName> same) {
    Problem problem = PROBLEMS.getOrDefault(name.object().kind(), COLUMNS);
    return name.finding(problem)
        .with(
            "others",
            same.stream()
                .filter(other -> !other.equals(name))
                .map(TargetName::text)
                .collect(joining(", ")));
  }
}
