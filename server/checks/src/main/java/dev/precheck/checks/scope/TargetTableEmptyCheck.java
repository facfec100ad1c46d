package dev.precheck.checks.scope;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.TableContent;
import dev.precheck.spi.TableContent.State;
import dev.precheck.spi.When;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** RDB_TARGET_TABLE_EMPTY: the full transfer starts on empty tables. */
@AutoService(Check.class)
public final class TargetTableEmptyCheck implements Check {

  static final Problem HAS_ROWS =
      Problem.error(
          "TARGET_TABLE_HAS_ROWS",
          "{table} on the target already has rows.",
          "Empty it if nobody needs its rows (the fix statement deletes all of them; a table that a foreign"
              + " key refers to is refused: name both in one TRUNCATE on PostgreSQL, use DELETE on others),"
              + " remove the table from the plan, or allow rows with"
              + " fullTransferConfig.allowDestTableNotEmpty.");
  static final Problem UNREADABLE =
      Problem.unknown(
          "TARGET_TABLE_UNREADABLE",
          "Whether {table} on the target has rows could not be seen: {reason}",
          "Grant SELECT on it to {user}, or if the reason is row-level security let {user} bypass that,"
              + " and run the precheck again.");

  static final CheckType TYPE =
      CheckType.of("RDB_TARGET_TABLE_EMPTY")
          .title("Target table emptiness")
          .condition("No target table that the full transfer writes into has rows.")
          .why(
              "Rows that are there already collide with copied ones or mix with them, and a"
                  + " verification finds differences that nobody can explain.")
          .when(
              When.anyOf(Phase.FULL)
                  .and(
                      "that do not allow rows in the target",
                      migration -> !migration.targetMayHaveRows()))
          .on(Side.TARGET, Needs.reading(Server.FACET, TableContent.FACET).selectedObjects())
          .reports(HAS_ROWS, UNREADABLE)
          .skippable(
              "Rows collide or mix with those of the source; the copy may stop at a duplicate key and"
                  + " verification reports differences.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    IdentifierCase compare = context.here().row(Server.FACET).identifierCase();
    Map<QualifiedName, SelectedObject> selected =
        context.selected().stream()
            .collect(
                Collectors.toMap(o -> compare.key(o.target()), Function.identity(), (a, b) -> a));
    return context.here().rows(TableContent.FACET).stream()
        .map(
            content ->
                finding(
                    context,
                    content,
                    Objects.requireNonNull(selected.get(compare.key(content.table())))))
        .toList();
  }

  private static Finding finding(
      CheckContext context, TableContent content, SelectedObject object) {
    ObjectRef table = ObjectRef.table(Side.TARGET, content.table());
    if (content.state() == State.UNREADABLE) {
      return UNREADABLE
          .at(table)
          .about(object)
          .with("table", content.table())
          .with("reason", content.reason())
          .with("user", context.endpoint().user());
    }
    return HAS_ROWS
        .at(table)
        .about(object)
        .with("table", content.table())
        .fix("TRUNCATE TABLE " + context.endpoint().engine().quoted(content.table()));
  }
}
