package dev.precheck.checks.column;

import dev.precheck.checks.Families;
import dev.precheck.checks.expression.MissingConstructs;
import dev.precheck.checks.expression.Refusals;
import dev.precheck.checks.expression.Refusals.Place;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Column;
import dev.precheck.spi.Column.Generation;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Version;
import java.util.ArrayList;
import java.util.List;

/** What a target makes of the generated columns of a source. */
record TargetExpressions(
    DatabaseEngine source,
    DatabaseEngine engine,
    Version version,
    MissingConstructs constructs,
    Refusals refusals) {

  private static final Version VIRTUAL_IN_POSTGRESQL = Version.of(18, 0);

  static TargetExpressions of(CheckContext context) {
    Server target = context.target().row(Server.FACET);
    return new TargetExpressions(
        context.migration().source().engine(),
        context.migration().target().engine(),
        target.number(),
        MissingConstructs.between(context),
        Refusals.between(context.here().row(Server.FACET), target));
  }

  /** What is wrong with a generated column. */
  List<Finding> findings(Column column) {
    if (!Families.areOne(source, engine)) {
      return List.of(at(GeneratedColumnCheck.EXPRESSION, column));
    }
    List<Finding> findings = new ArrayList<>();
    boolean virtual = column.generation() == Generation.VIRTUAL;
    if (!source.equals(engine) && engine.equals(DatabaseEngine.MARIADB) && !column.nullable()) {
      findings.add(at(GeneratedColumnCheck.NOT_NULL, column));
    }
    if (virtual && lacksVirtualColumns()) {
      findings.add(at(GeneratedColumnCheck.VIRTUAL, column));
    }
    String expression = column.generationExpression();
    List<String> missing = constructs.in(expression);
    if (!missing.isEmpty()) {
      findings.add(
          at(GeneratedColumnCheck.MISSING, column).with("missing", String.join(", ", missing)));
    }
    List<String> refused = refusals.in(expression, virtual ? Place.VIRTUAL : Place.STORED);
    if (!refused.isEmpty()) {
      findings.add(
          at(GeneratedColumnCheck.REFUSED, column)
              .with("refused", String.join(", ", refused))
              .with("kind", column.generation()));
    }
    return findings;
  }

  private boolean lacksVirtualColumns() {
    return engine.equals(DatabaseEngine.POSTGRESQL) && version.compareTo(VIRTUAL_IN_POSTGRESQL) < 0;
  }

  private static Finding at(Problem problem, Column column) {
    ObjectRef ref = column.ref(Side.SOURCE);
    return problem.at(ref).with("column", ref);
  }
}
