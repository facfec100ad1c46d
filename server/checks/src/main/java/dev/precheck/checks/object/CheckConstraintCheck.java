package dev.precheck.checks.object;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Families;
import dev.precheck.checks.SelectedNames;
import dev.precheck.checks.ToCreate;
import dev.precheck.checks.expression.MissingConstructs;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Constraint;
import dev.precheck.spi.Constraint.Kind;
import dev.precheck.spi.Dependency.Dependent;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Version;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * RDB_CHECK_CONSTRAINT: the target keeps what the source promises of its rows. MySQL reads CHECK
 * and forgets it before 8.0.16 (its manual, 15.1.20.6); exclusion constraints are PostgreSQL's
 * alone.
 */
@AutoService(Check.class)
public final class CheckConstraintCheck implements Check {

  private static final Version MYSQL_KEEPS_CHECKS = new Version(8, 0, 16);

  static final Problem IGNORED =
      Problem.warning(
          "CHECK_IGNORED_BY_TARGET",
          "The check constraint {constraint} of {table} is lost: {target} accepts it and does not keep"
              + " it.",
          "Use a target that keeps check constraints (MySQL from 8.0.16), or let the application or a"
              + " trigger refuse such rows.");
  static final Problem EXCLUSION =
      Problem.warning(
          "EXCLUSION_UNKNOWN_TO_TARGET",
          "{table} has the exclusion constraint {constraint}, which {target} has no counterpart for.",
          "Let the application see to it that no two rows conflict, with locks if it must.");
  static final Problem NOT_VALIDATED =
      Problem.warning(
          "CHECK_NOT_VALIDATED",
          "The check constraint {constraint} of {table} has never been checked against the rows that"
              + " were there before it. If some violate it, the target refuses them.",
          "Find and correct the rows that violate it, then validate it with the fix statement.");
  static final Problem NOT_NULL_NOT_VALIDATED =
      Problem.warning(
          "NOT_NULL_NOT_VALIDATED",
          "The NOT NULL constraint {constraint} of {table} has never been checked against the rows that"
              + " were there before it. If some hold NULL, the target refuses them.",
          "Find and fill the rows that hold NULL, then validate it with the fix statement.");
  static final Problem NOT_ENFORCED =
      Problem.warning(
          "CHECK_ENFORCED_BY_TARGET",
          "The check constraint {constraint} of {table} is NOT ENFORCED, which {target} does not know:"
              + " there it is enforced, and rows that violate it are refused.",
          "Create the table on the target without it.");
  static final Problem MISSING =
      Problem.error(
          "CHECK_USES_MISSING_FUNCTION",
          "The check constraint {constraint} of {table} uses {missing}, which {target} does not have:"
              + " the table cannot be created there with it.",
          "Create the table on the target beforehand with a constraint that says the same in other"
              + " words, or without it.");
  static final Problem REFUSED =
      Problem.error(
          "CHECK_USES_REFUSED_FUNCTION",
          "The check constraint {constraint} of {table} uses {refused}, which {target} does not allow in"
              + " a constraint: the table cannot be created there with it.",
          "Create the table on the target beforehand with a constraint that says the same in other"
              + " words, or without it.");
  static final Problem TRANSLATED =
      Problem.notice(
          "CHECK_OF_OTHER_SQL",
          "The expression of the check constraint {constraint} of {table} is in the SQL of {source}"
              + " and has to be translated for {target}.",
          "Look at what the migration makes of it.");

  static final CheckType TYPE =
      CheckType.of("RDB_CHECK_CONSTRAINT")
          .title("Check constraint")
          .condition(
              "The target takes and keeps every check and exclusion constraint of the selected tables,"
                  + " and the rows of the source hold them.")
          .why(
              "A table is not created if the target refuses one constraint; what it does not keep, the"
                  + " application may come to break unnoticed; rows that break what it keeps are"
                  + " refused.")
          .when(When.anyOf(Phase.STRUCTURE))
          .on(
              Side.SOURCE,
              MissingFunctions.seeing(
                  MissingConstructs.seeing(Needs.reading(Server.FACET, Constraint.FACET))))
          .reports(
              IGNORED,
              EXCLUSION,
              NOT_VALIDATED,
              NOT_NULL_NOT_VALIDATED,
              NOT_ENFORCED,
              MISSING,
              REFUSED,
              TRANSLATED,
              MissingFunctions.MISSING,
              MissingFunctions.UNSEEN,
              MissingFunctions.OTHER_ARGUMENTS)
          .skippable(
              "The table is not created, or the target accepts rows that the source would refuse, or the"
                  + " copy stops at rows that the source has.")
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
    CheckExpressions expressions = CheckExpressions.of(context);
    Predicate<SelectedObject> created = ToCreate.on(context);
    List<Finding> findings = new ArrayList<>(MissingFunctions.calledBy(context, Dependent.CHECK));
    for (Constraint constraint : context.here().rows(Constraint.FACET)) {
      if (constraint.kind() != Kind.FOREIGN_KEY) {
        selected
            .find(constraint.table())
            .ifPresent(
                table -> {
                  judge(context, constraint, table).ifPresent(findings::add);
                  if (created.test(table)) {
                    functions(context, expressions, constraint, table).forEach(findings::add);
                  }
                });
      }
    }
    return findings;
  }

  private static List<Finding> functions(
      CheckContext context,
      CheckExpressions expressions,
      Constraint constraint,
      SelectedObject table) {
    List<Finding> findings = new ArrayList<>();
    List<String> missing = expressions.missing(constraint);
    if (!missing.isEmpty()) {
      findings.add(
          finding(MISSING, context, constraint, table).with("missing", String.join(", ", missing)));
    }
    List<String> refused = expressions.refused(constraint);
    if (!refused.isEmpty()) {
      findings.add(
          finding(REFUSED, context, constraint, table).with("refused", String.join(", ", refused)));
    }
    return findings;
  }

  /** Of a server of MySQL: whether check constraints are more to it than words. */
  static boolean keepsChecks(Server mySql) {
    return mySql.number().compareTo(MYSQL_KEEPS_CHECKS) >= 0;
  }

  private static Optional<Finding> judge(
      CheckContext context, Constraint constraint, SelectedObject table) {
    Server target = context.target().row(Server.FACET);
    String family = context.migration().target().engine().family();
    boolean same = Families.areOne(context.migration());
    boolean mariaDb = target.product().equals("MariaDB");
    if (constraint.kind() == Kind.EXCLUSION) {
      return same ? Optional.empty() : Optional.of(finding(EXCLUSION, context, constraint, table));
    }
    if (constraint.kind() == Kind.NOT_NULL) {
      return Optional.of(notValidated(NOT_NULL_NOT_VALIDATED, context, constraint, table));
    }
    if (family.equals("mysql") && !mariaDb && !keepsChecks(target)) {
      return constraint.enforced()
          ? Optional.of(finding(IGNORED, context, constraint, table))
          : Optional.empty();
    }
    if (!constraint.enforced() && !knowsNotEnforced(target, family)) {
      return Optional.of(finding(NOT_ENFORCED, context, constraint, table));
    }
    if (!constraint.validated() && constraint.enforced()) {
      return Optional.of(notValidated(NOT_VALIDATED, context, constraint, table));
    }
    return same ? Optional.empty() : Optional.of(finding(TRANSLATED, context, constraint, table));
  }

  /** MySQL does as long as it keeps checks at all, MariaDB does not (11.4). */
  private static boolean knowsNotEnforced(Server target, String family) {
    return family.equals("mysql")
        ? !target.product().equals("MariaDB")
        : target.number().compareTo(ConstraintSql.NOT_ENFORCED) >= 0;
  }

  private static Finding notValidated(
      Problem problem, CheckContext context, Constraint constraint, SelectedObject table) {
    return finding(problem, context, constraint, table)
        .fix(ConstraintSql.validate(context.endpoint().engine(), constraint));
  }

  private static Finding finding(
      Problem problem, CheckContext context, Constraint constraint, SelectedObject table) {
    Server target = context.target().row(Server.FACET);
    return problem
        .at(ForeignKeys.ref(Side.SOURCE, constraint))
        .about(table)
        .with("constraint", constraint.name())
        .with("table", constraint.table())
        .with("source", context.migration().source().engine().label())
        .with("target", target.product() + " " + target.number());
  }
}
