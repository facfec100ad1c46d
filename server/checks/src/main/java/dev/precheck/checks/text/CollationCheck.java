package dev.precheck.checks.text;

import com.google.auto.service.AutoService;
import dev.precheck.checks.BySelection;
import dev.precheck.checks.Families;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Collation;
import dev.precheck.spi.Column;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Read;
import dev.precheck.spi.Schema;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * RDB_COLLATION: texts are compared alike. MySQL 8.0 has {@code utf8mb4_0900_*}, which MySQL 5.7
 * has not; MariaDB has {@code uca1400} collations, which MySQL has not: which ones a server knows
 * is read from it. Between MySQL and PostgreSQL what counts is case: most collations of MySQL
 * ignore it, and PostgreSQL's do not (documentation, 24.2.2.4). Those of two PostgreSQL databases
 * are PG_COLLATION.
 */
@AutoService(Check.class)
public final class CollationCheck extends SourceColumnsCheck {

  static final Problem UNKNOWN =
      Problem.error(
          "COLLATION_UNKNOWN",
          "{column} has the collation {collation}, which the target does not have.",
          "Create the table on the target with {instead}, or convert the column on the source.");
  static final Problem DIFFERS =
      Problem.warning(
          "COLLATION_DIFFERS",
          "{column} has the collation {collation} on the source and {target} on the target: texts that"
              + " differ on one may be equal on the other, and are sorted otherwise.",
          "Convert the target's column to {collation}.");

  static final CheckType TYPE =
      CheckType.of("RDB_COLLATION")
          .title("Collation")
          .condition(
              "The target has the collation of every column of selected tables, columns that are there"
                  + " already have the source's, and unique keys over texts tell case apart on both"
                  + " sides or on neither.")
          .why(
              "A collation decides which texts are equal: under another one a unique key may refuse rows,"
                  + " and statements find other ones.")
          .when(
              Families.known(
                      When.anyOf(Phase.STRUCTURE, Phase.FULL, Phase.VERIFY, Phase.INCREMENTAL))
                  .and(
                      "if one of them is not PostgreSQL",
                      plan ->
                          Families.isMySql(plan.source().engine())
                              || Families.isMySql(plan.target().engine())))
          .on(
              Side.TARGET,
              seeing(
                  Needs.reading(
                          Server.FACET,
                          Collation.FACET,
                          Column.FACET,
                          IndexColumn.FACET,
                          Schema.FACET,
                          Setting.FACET)
                      .and(Read.source(IndexColumn.FACET))))
          .reports(
              UNKNOWN,
              DIFFERS,
              UniqueTexts.DUPLICATES,
              UniqueTexts.COLLISIONS,
              HiddenColumns.PROBLEM)
          .skippable("Tables are not created, unique keys refuse rows, or texts sort otherwise.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    boolean fromMySql = Families.isMySql(context.migration().source().engine());
    boolean toMySql = Families.isMySql(context.migration().target().engine());
    return fromMySql && toMySql ? betweenMySql(context) : UniqueTexts.findings(context, toMySql);
  }

  private static List<Finding> betweenMySql(CheckContext context) {
    Set<String> known = Charsets.canonicalCollations(context.target().rows(Collation.FACET));
    Map<SelectedObject, List<Column>> target = BySelection.columns(context, Side.TARGET);
    List<Finding> findings = new ArrayList<>();
    BySelection.columns(context, Side.SOURCE)
        .forEach(
            (table, columns) -> {
              List<Column> there = target.get(table);
              columns.stream()
                  .filter(column -> !column.collation().isEmpty())
                  .flatMap(
                      column ->
                          (there == null ? unknown(column, known) : differs(column, there))
                              .stream())
                  .forEach(finding -> findings.add(finding.about(table)));
            });
    return findings;
  }

  private static List<Finding> unknown(Column column, Set<String> known) {
    return known.contains(Charsets.canonicalCollation(column.collation()))
        ? List.of()
        : List.of(at(UNKNOWN, Side.SOURCE, column, column).with("instead", instead(column, known)));
  }

  /** One that every server has and that compares alike as far as one does. */
  private static String instead(Column column, Set<String> known) {
    String charset = Charsets.canonical(column.charset());
    String padded = Charsets.canonicalCollation(column.collation()).replace("_nopad_", "_");
    if (known.contains(padded)) {
      return padded;
    }
    boolean exact = padded.endsWith("_bin") || padded.contains("_cs");
    String kind = exact ? "_bin" : "_unicode_520_ci";
    return known.contains(charset + kind) ? charset + kind : charset + "_general_ci";
  }

  private static List<Finding> differs(Column column, List<Column> there) {
    String collation = Charsets.canonicalCollation(column.collation());
    return there.stream()
        .filter(other -> other.columnName().equalsIgnoreCase(column.columnName()))
        .filter(other -> !other.collation().isEmpty())
        .filter(other -> !Charsets.canonicalCollation(other.collation()).equals(collation))
        .map(other -> at(DIFFERS, Side.TARGET, other, column).with("target", other.collation()))
        .toList();
  }

  private static Finding at(Problem problem, Side side, Column where, Column source) {
    ObjectRef ref = where.ref(side);
    return problem.at(ref).with("column", ref).with("collation", source.collation());
  }
}
