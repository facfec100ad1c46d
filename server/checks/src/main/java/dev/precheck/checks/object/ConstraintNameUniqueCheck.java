package dev.precheck.checks.object;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Families;
import dev.precheck.checks.ToCreate;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Column;
import dev.precheck.spi.Constraint;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * RDB_CONSTRAINT_NAME_UNIQUE: indexes and constraints keep their names on the target. PostgreSQL
 * has one set of names for the tables, views, sequences and indexes of a schema (manual, CREATE
 * INDEX); MySQL one for the foreign keys and one for the check constraints of a database (MySQL 8.0
 * manual, 15.1.20.5 and 15.1.20.6), MariaDB for the foreign keys alone.
 */
@AutoService(Check.class)
public final class ConstraintNameUniqueCheck implements Check {

  static final Problem INDEX =
      Problem.warning(
          "INDEX_NAME_TAKEN",
          "{object} has the name of {others}. PostgreSQL has one set of names for the tables, views,"
              + " sequences and indexes of a schema, so the index cannot have it there.",
          "Have the migration give indexes names of their own, or rename it on the source.");
  static final Problem CONSTRAINT =
      Problem.error(
          "CONSTRAINT_NAME_TAKEN",
          "{object} has the name of {others}. {target} has one set of names for the {kind} of a"
              + " database, so the second of these tables is not created.",
          "Rename it on the source, or create its table on the target beforehand under another name"
              + " of the constraint.");

  static final CheckType TYPE =
      CheckType.of("RDB_CONSTRAINT_NAME_UNIQUE")
          .title("Index and constraint name uniqueness")
          .condition(
              "Indexes and constraints of the tables that are created on the target have names that"
                  + " are free there.")
          .why(
              "What is a name of its own in one table or database of the source may be taken on the"
                  + " target: the index is missing there, or the table.")
          .when(Families.known(When.anyOf(Phase.STRUCTURE)))
          .on(
              Side.SOURCE,
              ToCreate.seeing(
                  Needs.reading(
                      Server.FACET,
                      Column.FACET,
                      IndexColumn.FACET,
                      Constraint.FACET,
                      ForeignKeyColumn.FACET)))
          .reports(INDEX, CONSTRAINT)
          .skippable(
              "Indexes are not created, and statements that need them scan whole tables; or"
                  + " tables are not created.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    Map<List<String>, List<TakenName>> byName =
        TakenName.all(context).stream()
            .collect(groupingBy(TakenName::scope, LinkedHashMap::new, toList()));
    return byName.values().stream()
        .filter(same -> same.size() > 1)
        .flatMap(same -> same.stream().flatMap(name -> finding(context, name, same).stream()))
        .toList();
  }

  /** Nothing of what is no index and no constraint: it only has the name. */
  private static List<Finding> finding(CheckContext context, TakenName name, List<TakenName> same) {
    String others =
        same.stream()
            .filter(other -> !other.equals(name))
            .map(TakenName::toString)
            .collect(joining(", "));
    Problem problem =
        Families.isPostgreSql(context.migration().target().engine()) ? INDEX : CONSTRAINT;
    return name.table().stream()
        .map(
            table ->
                problem
                    .at(name.object())
                    .about(table)
                    .with("object", name)
                    .with("others", others)
                    .with("kind", name.kind())
                    .with("target", context.migration().target().engine().label()))
        .toList();
  }
}
