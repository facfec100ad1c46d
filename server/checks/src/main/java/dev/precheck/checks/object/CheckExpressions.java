package dev.precheck.checks.object;

import dev.precheck.checks.expression.MissingConstructs;
import dev.precheck.checks.expression.Refusals;
import dev.precheck.checks.expression.Refusals.Place;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Constraint;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Server;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the expressions of check constraints use that the target lacks or refuses.
 *
 * @param apart MySQL's expressions, by the names of their constraints, which are unique in a schema
 * @param forgotten whether the target reads constraints and forgets them, whatever functions they
 *     call
 */
record CheckExpressions(
    Map<QualifiedName, String> apart,
    MissingConstructs constructs,
    Refusals refusals,
    boolean forgotten) {

  static CheckExpressions of(CheckContext context) {
    Server target = context.target().row(Server.FACET);
    return new CheckExpressions(
        context.here().rows(Constraint.FACET).stream()
            .filter(constraint -> constraint.tableName().isEmpty())
            .collect(Collectors.toMap(CheckExpressions::key, Constraint::expression, (a, b) -> a)),
        MissingConstructs.between(context),
        Refusals.between(context.here().row(Server.FACET), target),
        !target.product().equals("MariaDB") && !CheckConstraintCheck.keepsChecks(target));
  }

  List<String> missing(Constraint constraint) {
    String expression = expression(constraint);
    return forgotten ? constructs.syntaxIn(expression) : constructs.in(expression);
  }

  List<String> refused(Constraint constraint) {
    return forgotten ? List.of() : refusals.in(expression(constraint), Place.CHECK);
  }

  private String expression(Constraint constraint) {
    return constraint.expression().isEmpty()
        ? apart.getOrDefault(key(constraint), "")
        : constraint.expression();
  }

  private static QualifiedName key(Constraint constraint) {
    return new QualifiedName(constraint.schema(), constraint.name());
  }
}
