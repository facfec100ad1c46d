package dev.precheck.checks.privilege;

import dev.precheck.spi.Finding;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an account lacks on the tables and views of a plan: a finding for each of them, and one for
 * a whole schema where all of its tables, or all of its views, lack the same.
 */
final class MySqlGaps {

  /** Those that lack the same. */
  private record Group(String schema, ObjectKind kind, Set<String> missing) {}

  private static final Optional<String> HIDDEN_GRANT =
      Optional.of(
          "the server shows it this object, so it has a grant there that SHOW GRANTS does not show:"
              + " one to an account of the same name and a wider host, or to anonymous users.");

  private final MySqlAccess access;
  private final Side side;
  private final IdentifierCase compare;
  private final Set<QualifiedName> visible;

  MySqlGaps(MySqlAccess access) {
    this.access = access;
    side = access.context().side();
    compare = access.context().here().row(Server.FACET).identifierCase();
    visible =
        access.context().here().rows(Table.FACET).stream()
            .map(table -> compare.key(table.qualified()))
            .collect(Collectors.toSet());
  }

  /**
   * The findings.
   *
   * @param problem with places for user, needed, missing, object and hint
   * @param needs what is needed on an object, in the order of words
   */
  List<Finding> find(Problem problem, Function<SelectedObject, List<String>> needs) {
    List<Finding> unexplained = new ArrayList<>();
    Map<Group, Set<SelectedObject>> groups = new LinkedHashMap<>();
    for (SelectedObject object : access.context().selected()) {
      Set<String> missing = missing(object, needs.apply(object));
      if (!missing.isEmpty() && isUnexplained(object)) {
        unexplained.add(onTable(problem, HIDDEN_GRANT, object, needs.apply(object), missing));
      } else if (!missing.isEmpty()) {
        groups.computeIfAbsent(group(object, missing), g -> new LinkedHashSet<>()).add(object);
      }
    }
    return Stream.concat(
            unexplained.stream(),
            groups.entrySet().stream()
                .flatMap(e -> findings(problem, needs, e.getKey(), e.getValue()).stream()))
        .toList();
  }

  private Set<String> missing(SelectedObject object, List<String> needed) {
    return needed.stream()
        .filter(privilege -> !access.grants().onTable(privilege, object.on(side)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Group group(SelectedObject object, Set<String> missing) {
    return new Group(compare.key(object.on(side).schema()), object.kind(), missing);
  }

  private List<Finding> findings(
      Problem problem,
      Function<SelectedObject, List<String>> needs,
      Group group,
      Set<SelectedObject> lacking) {
    SelectedObject first = lacking.iterator().next();
    if (isWhole(group, lacking)) {
      return List.of(
          onSchema(problem, group, lacking.size(), first.on(side).schema(), needs.apply(first)));
    }
    return lacking.stream()
        .map(
            object ->
                onTable(problem, access.unreadable(), object, needs.apply(object), group.missing()))
        .toList();
  }

  /** Whether every table or view of the schema that the plan takes is among those. */
  private boolean isWhole(Group group, Set<SelectedObject> lacking) {
    long all =
        access.context().selected().stream()
            .filter(object -> object.kind() == group.kind())
            .filter(object -> compare.key(object.on(side).schema()).equals(group.schema()))
            .count();
    return lacking.size() > 1 && lacking.size() == all;
  }

  /** A privilege on a table that is not there cannot be granted. */
  private boolean isVisible(SelectedObject object) {
    return visible.contains(compare.key(object.on(side)));
  }

  /** The server shows what it may show to the account, and no grant that is known allows it. */
  private boolean isUnexplained(SelectedObject object) {
    return access.unreadable().isEmpty()
        && isVisible(object)
        && !access.grants().explains(object.on(side));
  }

  private Finding onSchema(
      Problem problem, Group group, int count, String schema, List<String> needed) {
    String kind = group.kind() == ObjectKind.VIEW ? " views of " : " tables of ";
    String what = "the " + count + kind + schema + " that the plan takes";
    String statement = access.onSchema(group.missing(), schema);
    ObjectRef at = ObjectRef.schema(side, schema);
    return access.lacking(problem, at, what, needed, group.missing(), statement);
  }

  private Finding onTable(
      Problem problem,
      Optional<String> reason,
      SelectedObject object,
      List<String> needed,
      Set<String> missing) {
    QualifiedName name = object.on(side);
    String columns =
        missing.stream().anyMatch(privilege -> access.grants().onSomeColumns(privilege, name))
            ? " as a whole, beyond some of its columns"
            : "";
    String statement =
        isVisible(object) ? access.onTable(missing, name) : access.onSchema(missing, name.schema());
    return access
        .lacking(problem, reason, object.ref(side), name + columns, needed, missing, statement)
        .about(object);
  }
}
