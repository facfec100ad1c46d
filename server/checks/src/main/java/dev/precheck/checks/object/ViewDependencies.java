package dev.precheck.checks.object;

import dev.precheck.checks.AccountName;
import dev.precheck.checks.Families;
import dev.precheck.checks.SelectedNames;
import dev.precheck.checks.expression.MissingConstructs;
import dev.precheck.checks.object.TargetObjects.Presence;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Program;
import dev.precheck.spi.Program.Kind;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;
import dev.precheck.spi.ViewDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the selected views read, and what becomes of it. */
record ViewDependencies(
    CheckContext context,
    SelectedNames selected,
    TargetObjects target,
    Map<QualifiedName, TableKind> tables,
    Set<String> lookedInto,
    Set<QualifiedName> functions,
    MissingConstructs constructs) {

  /** Every server has these, each its own. */
  private static final Set<String> OF_THE_SERVER =
      Set.of("information_schema", "mysql", "performance_schema", "sys", "pg_catalog");

  static ViewDependencies of(CheckContext context) {
    SelectedNames selected = SelectedNames.of(context, Side.SOURCE);
    IdentifierCase compare = context.here().row(Server.FACET).identifierCase();
    return new ViewDependencies(
        context,
        selected,
        TargetObjects.of(context),
        context.here().rows(Table.FACET).stream()
            .collect(
                Collectors.toMap(
                    table -> compare.key(table.qualified()), Table::kind, (a, b) -> a)),
        context.selectedSchemas().stream().map(compare::key).collect(Collectors.toSet()),
        functionsOfTarget(context),
        MissingConstructs.between(context));
  }

  /** Those that views can call, as far as they are in selected schemas. */
  private static Set<QualifiedName> functionsOfTarget(CheckContext context) {
    IdentifierCase compare = context.target().row(Server.FACET).identifierCase();
    return context.target().rows(Program.FACET).stream()
        .filter(program -> program.kind() == Kind.FUNCTION)
        .map(program -> functionKey(compare, program.qualified()))
        .collect(Collectors.toSet());
  }

  /** Less its arguments and its case, which MySQL never compares; others hardly rely on it. */
  private static QualifiedName functionKey(IdentifierCase compare, QualifiedName function) {
    String name = RoutineName.of(function).bare().name();
    return new QualifiedName(compare.key(function.schema()), name.toLowerCase(Locale.ROOT));
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (ViewDefinition view : context.here().rows(ViewDefinition.FACET)) {
      selected
          .find(view.qualified())
          .ifPresent(
              object -> {
                ofTheView(view, object, findings);
                ofItsWords(view, object, findings);
                ofWhatItReads(view, object, findings);
              });
    }
    return findings;
  }

  private void ofTheView(ViewDefinition view, SelectedObject object, List<Finding> findings) {
    if (view.text().isEmpty()) {
      findings.add(
          finding(ViewDependencyCheck.HIDDEN, view, object)
              .fix(
                  "GRANT SELECT, SHOW VIEW ON "
                      + engine().quoted(view.qualified())
                      + " TO "
                      + AccountName.ofSession(context.here()).quoted(context.endpoint().engine())));
    }
    if (!Families.areOne(context.migration())) {
      findings.add(finding(ViewDependencyCheck.OTHER_SQL, view, object));
    } else if (tables.get(key(view.qualified())) == TableKind.MATERIALIZED_VIEW) {
      findings.add(finding(ViewDependencyCheck.MATERIALIZED, view, object));
    }
  }

  private void ofItsWords(ViewDefinition view, SelectedObject object, List<Finding> findings) {
    if (target.of(view.qualified()) == Presence.PRESENT) {
      return;
    }
    List<String> missing = constructs.in(view.text());
    if (!missing.isEmpty()) {
      Server server = context.target().row(Server.FACET);
      findings.add(
          finding(ViewDependencyCheck.CONSTRUCT, view, object)
              .with("missing", String.join(", ", missing))
              .with("product", server.product())
              .with("version", server.number()));
    }
  }

  private void ofWhatItReads(ViewDefinition view, SelectedObject object, List<Finding> findings) {
    QuotedNames names = QuotedNames.in(view.text(), engine().quote(), view.schema());
    names.functions().stream()
        .map(target::nameOf)
        .filter(function -> !functions.contains(functionKey(target.compare(), function)))
        .forEach(
            function ->
                findings.add(
                    finding(ViewDependencyCheck.FUNCTION, view, object)
                        .with("function", function)));
    for (QualifiedName table : names.tables()) {
      if (!selected.contains(table)
          && !OF_THE_SERVER.contains(table.schema().toLowerCase(Locale.ROOT))) {
        problem(table)
            .ifPresent(
                problem ->
                    findings.add(
                        finding(problem, view, object)
                            .with("table", table)
                            .with("target", target.nameOf(table))));
      }
    }
  }

  private Optional<Problem> problem(QualifiedName table) {
    QualifiedName known = key(table);
    TableKind kind = tables.get(known);
    if (kind == null && lookedInto.contains(known.schema())) {
      return Optional.of(ViewDependencyCheck.BROKEN);
    }
    // A partition comes along with its parent, which is what a plan selects.
    Presence presence = kind == TableKind.PARTITION ? Presence.PRESENT : target.of(table);
    return switch (presence) {
      case PRESENT -> Optional.empty();
      case ABSENT -> Optional.of(ViewDependencyCheck.MISSING);
      case UNSEEN -> Optional.of(ViewDependencyCheck.UNSEEN);
    };
  }

  private Finding finding(Problem problem, ViewDefinition view, SelectedObject object) {
    return problem
        .at(object.ref(Side.SOURCE))
        .about(object)
        .with("view", view.qualified())
        .with("user", context.endpoint().user())
        .with("targetUser", context.migration().target().user())
        .with("sourceEngine", engine().label())
        .with("targetEngine", context.migration().target().engine().label());
  }

  private QualifiedName key(QualifiedName name) {
    return selected.compare().key(name);
  }

  private DatabaseEngine engine() {
    return context.endpoint().engine();
  }
}
