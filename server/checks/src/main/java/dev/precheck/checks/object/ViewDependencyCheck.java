package dev.precheck.checks.object;

import com.google.auto.service.AutoService;
import dev.precheck.checks.expression.MissingConstructs;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Program;
import dev.precheck.spi.Read;
import dev.precheck.spi.Server;
import dev.precheck.spi.SessionRoles;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.ViewDefinition;
import dev.precheck.spi.When;
import java.util.List;

/** RDB_VIEW_DEPENDENCY: a view finds on the target what it reads. */
@AutoService(Check.class)
public final class ViewDependencyCheck implements Check {

  static final Problem MISSING =
      Problem.error(
          "DEPENDENCY_MISSING",
          "The view {view} reads {table}, which the plan does not migrate and the target does not"
              + " have, or {targetUser} may not see, as {target}.",
          "Add {table} to the plan, create it on the target, or remove {view} from the plan.");
  static final Problem UNSEEN =
      Problem.unknown(
          "DEPENDENCY_UNSEEN",
          "The view {view} reads {table}, which the plan does not migrate. Whether the target has"
              + " {target} is not known: the plan selects nothing of that schema, so nobody looked into"
              + " it.",
          "Add {table} to the plan, or look whether the target has {target}.");
  static final Problem FUNCTION =
      Problem.warning(
          "FUNCTION_MISSING",
          "The view {view} calls a function which the migration does not create and the target does not"
              + " have, or {targetUser} may not see, as {function}.",
          "Create {function} on the target before the structure transfer.");
  static final Problem BROKEN =
      Problem.error(
          "VIEW_BROKEN",
          "The view {view} reads {table}, which is not there on the source either, or {user} may not"
              + " see it.",
          "Mend or drop {view} on the source, or remove it from the plan.");
  static final Problem HIDDEN =
      Problem.unknown(
          "VIEW_DEFINITION_HIDDEN",
          "What the view {view} reads is hidden from {user}. It takes SHOW VIEW; MySQL 8 may ask for"
              + " it on the view itself, whatever is granted on its schema.",
          "Grant SHOW VIEW on {view} to {user}, with SELECT, which it needs to be of use.");
  static final Problem OTHER_SQL =
      Problem.warning(
          "VIEW_OF_OTHER_SQL",
          "The view {view} is written in the SQL of {sourceEngine} and must be rewritten for"
              + " {targetEngine}.",
          "Look at what the migration makes of it, try it on the target, or create it there by hand"
              + " and remove it from the plan.");
  static final Problem CONSTRUCT =
      Problem.error(
          "VIEW_USES_MISSING_FUNCTION",
          "The view {view} uses {missing}, which {product} {version} does not have: it cannot be"
              + " created there.",
          "Create the view on the target by hand with a query that it understands, after the tables that"
              + " it reads.");
  static final Problem MATERIALIZED =
      Problem.notice(
          "VIEW_MUST_BE_REFRESHED",
          "{view} is a materialized view: its rows are not copied, and the target's are those of when"
              + " it was last refreshed there.",
          "Refresh it on the target at the switch, and set up there what refreshes it.");

  static final CheckType TYPE =
      CheckType.of("RDB_VIEW_DEPENDENCY")
          .title("View dependency")
          .condition(
              "Everything that a selected view reads is selected too or is on the target, and the"
                  + " target understands the view's query.")
          .why(
              "A view cannot be created before what it reads, and never without it. A query in the"
                  + " SQL of one product may fail on another, or mean something else.")
          .when(When.anyOf(Phase.STRUCTURE))
          .on(
              Side.SOURCE,
              TargetObjects.declaredIn(
                  MissingConstructs.seeing(
                      Needs.reading(
                              Server.FACET, Table.FACET, ViewDefinition.FACET, SessionRoles.FACET)
                          .and(Read.target(Program.FACET)))))
          .reports(MISSING, UNSEEN, FUNCTION, BROKEN, HIDDEN, OTHER_SQL, CONSTRUCT, MATERIALIZED)
          .skippable("Creating these views fails on the target, or they show other rows there.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    return ViewDependencies.of(context).findings();
  }
}
