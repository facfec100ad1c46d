package dev.precheck.checks.scope;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;
import dev.precheck.spi.When;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** RDB_TABLE_EXIST: what the plan selects is there, and is what the plan takes it for. */
@AutoService(Check.class)
public final class TableExistCheck implements Check {

  static final Problem SOURCE_MISSING =
      Problem.error(
          "SOURCE_OBJECT_MISSING",
          "The plan migrates {object}, which the source does not have or {user} may not see.{hint}",
          "Correct the name in the plan, grant SELECT on it to {user}, or remove it from the plan.");
  static final Problem TARGET_MISSING =
      Problem.error(
          "TARGET_OBJECT_MISSING",
          "The plan writes into {object}, which the target does not have or {user} may not see.{hint}",
          "Create it on the target, let the plan create it by enabling structure transfer, or remove"
              + " it from the plan.");
  static final Problem OTHER_KIND =
      Problem.warning(
          "OBJECT_OF_OTHER_KIND",
          "The plan takes {object} for a {expected}, but it is a {actual}.",
          "List it under what it is, or remove it from the plan.");

  private static final Needs NEEDS = Needs.reading(Server.FACET, Table.FACET).selectedObjects();

  static final CheckType TYPE =
      CheckType.of("RDB_TABLE_EXIST")
          .title("Table existence")
          .condition(
              "Every table and view that the plan lists exists on the source, and where the plan creates"
                  + " no structure, each that it selects exists on the target too.")
          .why(
              "What is listed and does not exist breaks the migration; rows without a target table have"
                  + " nowhere to go.")
          .on(Side.SOURCE, NEEDS)
          .on(Side.TARGET, NEEDS.only(When.without(Phase.STRUCTURE)))
          .reports(SOURCE_MISSING, TARGET_MISSING, OTHER_KIND)
          .removable()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    IdentifierCase compare = context.here().row(Server.FACET).identifierCase();
    Map<QualifiedName, Table> present =
        context.here().rows(Table.FACET).stream()
            .collect(
                Collectors.toMap(
                    table -> compare.key(table.qualified()), Function.identity(), (a, b) -> a));
    Spellings spellings = Spellings.of(present.values());
    return context.selected().stream()
        .flatMap(object -> judge(context, object, present, compare, spellings).stream())
        .toList();
  }

  private static Optional<Finding> judge(
      CheckContext context,
      SelectedObject object,
      Map<QualifiedName, Table> present,
      IdentifierCase compare,
      Spellings spellings) {
    QualifiedName name = object.on(context.side());
    Table table = present.get(compare.key(name));
    if (table == null) {
      return Optional.of(
          (context.side() == Side.SOURCE ? SOURCE_MISSING : TARGET_MISSING)
              .at(object.ref(context.side()))
              .about(object)
              .with("object", name)
              .with("user", context.endpoint().user())
              .with("hint", spellings.hint(name)));
    }
    boolean expectsView = object.kind() == ObjectKind.VIEW;
    boolean fits = expectsView ? table.kind().isView() : table.kind().isTable();
    return fits
        ? Optional.empty()
        : Optional.of(
            OTHER_KIND
                .at(object.ref(context.side()))
                .about(object)
                .with("object", name)
                .with("expected", expectsView ? "view" : "table")
                .with("actual", words(table.kind())));
  }

  private static String words(TableKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
