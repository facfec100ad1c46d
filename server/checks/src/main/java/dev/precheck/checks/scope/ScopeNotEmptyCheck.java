package dev.precheck.checks.scope;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.NamePattern;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** RDB_SCOPE_NOT_EMPTY: the plan selects something, and each of its rules does. */
@AutoService(Check.class)
public final class ScopeNotEmptyCheck implements Check {

  static final Problem NOTHING_SELECTED =
      Problem.error(
          "NOTHING_SELECTED",
          "The plan's rules take no table and no view of the source.",
          "Check the rules against the source's names, and that {user} may see the tables: a table"
              + " without any privilege on it is invisible.");
  static final Problem DEAD_RULE =
      Problem.warning(
          "RULE_TAKES_NOTHING",
          "The rule {rule} takes no table and no view of the source.",
          "Correct the rule or remove it, and check that {user} may see the tables that it is for.");
  static final Problem DEAD_EXCEPTION =
      Problem.notice(
          "EXCEPTION_TAKES_NOTHING",
          "The exception {rule} takes nothing out: no other rule takes what it is for.",
          "Check that it is spelled as the names it is for, or remove it.");

  static final CheckType TYPE =
      CheckType.of("RDB_SCOPE_NOT_EMPTY")
          .title("Selection")
          .condition(
              "The plan selects at least one table or view, and each of its rules takes one.")
          .why(
              "A rule with a slip in it takes nothing: what it was meant for is silently left out, or,"
                  + " if it is an exception, silently migrated.")
          .on(Side.SOURCE, Needs.reading(Server.FACET, Table.FACET).selectedObjects())
          .reports(NOTHING_SELECTED, DEAD_RULE, DEAD_EXCEPTION)
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    Stream<Finding> findings =
        context.selected().isEmpty()
            ? Stream.of(NOTHING_SELECTED.at(ObjectRef.endpoint(Side.SOURCE)))
            : deadRules(context);
    return findings.map(finding -> finding.with("user", context.endpoint().user())).toList();
  }

  private static Stream<Finding> deadRules(CheckContext context) {
    IdentifierCase compare = context.here().row(Server.FACET).identifierCase();
    Selection selection = context.migration().selection();
    Set<QualifiedName> present =
        context.here().rows(Table.FACET).stream()
            .filter(table -> table.kind().isSelectable())
            .map(Table::qualified)
            .collect(Collectors.toSet());
    Set<QualifiedName> taken =
        Stream.concat(
                selection.listed().stream().map(SelectedObject::source),
                present.stream().filter(name -> takes(selection.include(), name, compare)))
            .collect(Collectors.toSet());
    return Stream.concat(
        dead(DEAD_RULE, selection.include(), present, compare),
        dead(DEAD_EXCEPTION, selection.exclude(), taken, compare));
  }

  private static boolean takes(
      List<NamePattern> rules, QualifiedName name, IdentifierCase compare) {
    return rules.stream().anyMatch(rule -> rule.matches(name, compare));
  }

  private static Stream<Finding> dead(
      Problem problem, List<NamePattern> rules, Set<QualifiedName> names, IdentifierCase compare) {
    return rules.stream()
        .filter(rule -> names.stream().noneMatch(name -> rule.matches(name, compare)))
        .map(rule -> problem.at(ObjectRef.endpoint(Side.SOURCE)).with("rule", rule));
  }
}
