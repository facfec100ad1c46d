package dev.precheck.checks.column;

import com.google.auto.service.AutoService;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.checks.type.CountedColumns;
import dev.precheck.checks.type.Fidelity;
import dev.precheck.checks.type.Fit;
import dev.precheck.checks.type.TypeMapping;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Column;
import dev.precheck.spi.Column.DefaultKind;
import dev.precheck.spi.Column.Generation;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Read;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * RDB_TABLE_STRUCTURE_MATCH: a table that the target has already takes the rows of the source. That
 * all columns of the target get a value is RDB_TARGET_EXTRA_NOT_NULL, keys are RDB_PK_MATCH.
 */
@AutoService(Check.class)
public final class TableStructureMatchCheck extends SourceColumnsCheck {

  static final Problem MISSING =
      Problem.error(
          "TARGET_COLUMN_MISSING",
          "{table} of the target has no column {column}, which is {type} on the source.",
          "Add the column to the target's table, or leave it out of what is migrated.");
  static final Problem INCOMPATIBLE =
      Problem.error(
          "TYPE_INCOMPATIBLE",
          "{column} is {type} on the source and {targetType} on the target. {reason}",
          "Change the target's column to a type that holds the source's values.");
  static final Problem NARROWER =
      Problem.error(
          "TYPE_NARROWER",
          "{column} is {type} on the source and {targetType} on the target. {reason}",
          "Widen the target's column, or make sure that the source has no such values.");
  static final Problem OTHER_MEANING =
      Problem.warning(
          "TYPE_MEANS_OTHERWISE",
          "{column} is {type} on the source and {targetType} on the target. {reason}",
          "See whether the application relies on what is lost, and adapt it or choose another type.");
  static final Problem REFUSES_NULL =
      Problem.error(
          "TARGET_REFUSES_NULL",
          "{column} may be NULL on the source and may not on the target.",
          "Drop NOT NULL from the target's column, or fill the source's NULLs.");
  static final Problem COMPUTED =
      Problem.error(
          "TARGET_COMPUTES_COLUMN",
          "{column} holds values on the source and is computed from other columns on the target, which"
              + " refuses values for it.",
          "Make it a plain column on the target, or leave it out of what is migrated.");
  static final Problem NO_DEFAULT =
      Problem.notice(
          "TARGET_HAS_NO_DEFAULT",
          "{column} has a default on the source and none on the target.",
          "Set the default on the target before the application writes there.");
  static final Problem UNKNOWN =
      Problem.unknown(
          "TYPE_UNKNOWN",
          "{column} is {type} on the source and {targetType} on the target, and whether that fits is"
              + " not known.",
          "Try it with some rows.");

  static final CheckType TYPE =
      CheckType.of("RDB_TABLE_STRUCTURE_MATCH")
          .title("Table structure match")
          .condition(
              "Where the target has a selected table already, it has every column of the source, with"
                  + " a type that holds its values and room for its NULLs.")
          .why(
              "Rows are written into the table as it is: what it has no column for is lost, what does"
                  + " not fit is refused or cut.")
          .when(When.anyOf(Phase.FULL, Phase.INCREMENTAL, Phase.REVERSE))
          .on(
              Side.TARGET,
              seeing(
                  Needs.reading(Server.FACET, Column.FACET)
                      .and(Read.source(ForeignKeyColumn.FACET))))
          .reports(
              MISSING,
              INCOMPATIBLE,
              NARROWER,
              OTHER_MEANING,
              REFUSES_NULL,
              COMPUTED,
              NO_DEFAULT,
              UNKNOWN,
              HiddenColumns.PROBLEM)
          .skippable("Rows are refused while they are written, or lose columns or digits.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    DatabaseEngine from = context.migration().source().engine();
    DatabaseEngine to = context.migration().target().engine();
    CountedColumns counted = CountedColumns.of(context.source());
    List<Finding> findings = new ArrayList<>();
    for (Pairs pair : Pairs.of(context)) {
      for (Column column : pair.source()) {
        Optional<Column> target = pair.onTarget(column);
        if (target.isPresent()) {
          Matching matching = new Matching(from, column, counted.typed(column), to, target.get());
          matching.findings().forEach(f -> findings.add(f.about(pair.table())));
        } else if (column.generation() == Generation.NONE) {
          findings.add(missing(pair, column));
        }
      }
    }
    return findings;
  }

  private static Finding missing(Pairs pair, Column column) {
    return MISSING
        .at(ObjectRef.column(Side.TARGET, pair.table().target(), column.columnName()))
        .about(pair.table())
        .with("table", pair.table().target())
        .with("column", column.columnName())
        .with("type", column.fullType());
  }

  private record Matching(
      DatabaseEngine from, Column source, Column typed, DatabaseEngine to, Column target) {

    List<Finding> findings() {
      List<Finding> findings = new ArrayList<>();
      if (target.generation() != Generation.NONE) {
        return source.generation() == Generation.NONE ? List.of(at(COMPUTED)) : findings;
      }
      type().ifPresent(findings::add);
      if (source.nullable() && target.refusesNull()) {
        findings.add(at(REFUSES_NULL));
      }
      if (source.defaultKind() != DefaultKind.NONE
          && target.defaultKind() == DefaultKind.NONE
          && source.identity() == Column.Identity.NONE) {
        findings.add(at(NO_DEFAULT));
      }
      return findings;
    }

    private Optional<Finding> type() {
      Optional<Fit> fit = Fit.of(from, typed, to, target);
      if (fit.isEmpty()) {
        return Optional.of(at(UNKNOWN));
      }
      return switch (fit.get().fidelity()) {
        case SAME, WIDENED, EDGE -> Optional.empty();
        case LOSSY ->
            Optional.of(
                (noBetterType() ? at(OTHER_MEANING) : at(NARROWER))
                    .with("reason", fit.get().reason()));
        case UNSUPPORTED -> Optional.of(at(INCOMPATIBLE).with("reason", fit.get().reason()));
      };
    }

    /** Between databases of two kinds the best type there is may lose something too. */
    private boolean noBetterType() {
      return TypeMapping.between(from, to)
          .flatMap(mapping -> mapping.of(typed))
          .map(best -> best.fidelity().compareTo(Fidelity.LOSSY) >= 0)
          .orElse(false);
    }

    private Finding at(Problem problem) {
      ObjectRef ref = target.ref(Side.TARGET);
      return problem
          .at(ref)
          .with("column", ref)
          .with("type", source.fullType())
          .with("targetType", target.fullType());
    }
  }
}
