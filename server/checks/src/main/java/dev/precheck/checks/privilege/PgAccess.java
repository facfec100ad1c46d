package dev.precheck.checks.privilege;

import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Facet;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.PgAccount;
import dev.precheck.spi.PgRelation;
import dev.precheck.spi.Phase;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The account of an item on PostgreSQL, and what the plan takes there. */
record PgAccess(CheckContext context, PgAccount account) {

  static final String SERVER = "PostgreSQL";

  /** A selected table that is there. */
  record Taken(SelectedObject object, PgRelation relation) {}

  static PgAccess of(CheckContext context) {
    return new PgAccess(context, context.here().row(PgAccount.FACET));
  }

  /** For plans with these phases whose side is PostgreSQL. */
  static Needs needs(Side side, List<Phase> phases, Facet<?>... facets) {
    Facet<?>[] all = Arrays.copyOf(facets, facets.length + 2);
    all[facets.length] = PgAccount.FACET;
    all[facets.length + 1] = Server.FACET;
    When when = phases.isEmpty() ? When.always() : When.anyOf(phases.toArray(Phase[]::new));
    return Needs.reading(all).only(when.whose(side, "postgresql", SERVER));
  }

  /** The selected tables that this side has; PostgreSQL compares names as they are written. */
  List<Taken> tables() {
    Map<QualifiedName, PgRelation> relations = new HashMap<>();
    context.here().rows(PgRelation.FACET).forEach(r -> relations.put(r.qualified(), r));
    return context.selected().stream()
        .filter(object -> object.kind() == ObjectKind.TABLE)
        .flatMap(
            object ->
                Optional.ofNullable(relations.get(object.on(context.side())))
                    .map(relation -> new Taken(object, relation))
                    .stream())
        .toList();
  }

  /** The sequences that fill columns of those tables. */
  Stream<PgRelation> sequences() {
    Map<QualifiedName, SelectedObject> tables = new HashMap<>();
    context.selected().forEach(object -> tables.put(object.on(context.side()), object));
    return context.here().rows(PgRelation.FACET).stream()
        .filter(r -> tables.containsKey(new QualifiedName(r.ofSchema(), r.ofTable())));
  }

  String quoted(String name) {
    return context.endpoint().engine().quoted(name);
  }

  String quoted(QualifiedName name) {
    return context.endpoint().engine().quoted(name);
  }

  /**
   * The statements that give the account another role's privileges in every session of its own,
   * even where it has NOINHERIT.
   */
  List<String> grantRole(String role) {
    if (context.here().row(Server.FACET).number().major() >= 16) {
      return List.of(grant(quoted(role)) + " WITH INHERIT TRUE");
    }
    return account.inherits()
        ? List.of(grant(quoted(role)))
        : List.of(grant(quoted(role)), "ALTER ROLE " + quoted(account.account()) + " INHERIT");
  }

  /** The statement that grants something to the account. */
  String grant(String what) {
    return "GRANT " + what + " TO " + quoted(account.account());
  }
}
