package dev.precheck.checks.server;

import static java.util.stream.Collectors.toSet;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Read;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.ServerState;
import dev.precheck.spi.Side;
import java.util.List;
import java.util.Set;

/**
 * RDB_SAME_INSTANCE: no table is copied onto itself. The servers say themselves which they are: one
 * server has many names and addresses.
 */
@AutoService(Check.class)
public final class SameInstanceCheck implements Check {

  static final Problem SAME_TABLE =
      Problem.error(
          "TARGET_IS_SOURCE",
          "Source and target are the same server, and the migration of {object} would write into"
              + " {target}, which is a table of the source that the plan selects.",
          "Correct the target's data source, or map {object} to a name that the source does not"
              + " have.");
  static final Problem SAME_SERVER =
      Problem.notice(
          "SAME_SERVER",
          "Source and target are the same server ({address} and {other}); the plan copies within"
              + " it.",
          "Correct the target's data source unless that is what you want.");

  static final CheckType TYPE =
      CheckType.of("RDB_SAME_INSTANCE")
          .title("Source and target distinctness")
          .condition("No table or view that the plan writes into is one that it reads from.")
          .why(
              "A table that is copied onto itself is lost when the target is emptied or its table is"
                  + " dropped, and captured changes would go round for ever.")
          .on(
              Side.TARGET,
              Needs.reading(Server.FACET, ServerState.FACET)
                  .and(Read.source(ServerState.FACET))
                  .selectedObjects())
          .reports(SAME_TABLE, SAME_SERVER)
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    ServerState source = context.source().row(ServerState.FACET);
    ServerState target = context.here().row(ServerState.FACET);
    if (!target.isSameServerAs(source)) {
      return List.of();
    }
    List<Finding> same =
        target.databaseName().equals(source.databaseName()) ? sameTables(context) : List.of();
    return same.isEmpty()
        ? List.of(
            SAME_SERVER
                .at(ObjectRef.endpoint(Side.TARGET))
                .with("address", context.migration().source().address())
                .with("other", context.migration().target().address()))
        : same;
  }

  private static List<Finding> sameTables(CheckContext context) {
    IdentifierCase compare = context.here().row(Server.FACET).identifierCase();
    Set<QualifiedName> sources =
        context.selected().stream().map(object -> compare.key(object.source())).collect(toSet());
    return context.selected().stream()
        .filter(object -> sources.contains(compare.key(object.target())))
        .map(SameInstanceCheck::finding)
        .toList();
  }

  private static Finding finding(SelectedObject object) {
    return SAME_TABLE
        .at(object.ref(Side.TARGET))
        .about(object)
        .with("object", object.source())
        .with("target", object.target());
  }
}
