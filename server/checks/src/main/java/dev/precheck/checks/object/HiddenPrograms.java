package dev.precheck.checks.object;

import dev.precheck.checks.privilege.MySqlGrants;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Server;
import dev.precheck.spi.SessionRoles;
import dev.precheck.spi.Version;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where MySQL and MariaDB keep programs from an account without saying so: their information_schema
 * has no row of what the account has no privilege on. Other servers show programs to everybody.
 */
final class HiddenPrograms {

  /** MySQL has the privilege to see every routine from this version on. */
  private static final Version SHOW_ROUTINE = new Version(8, 0, 20);

  private static final Version DATA_DICTIONARY = Version.of(8, 0);
  private static final QualifiedName PROC = new QualifiedName("mysql", "proc");

  private final CheckContext context;
  private final Optional<MySqlGrants> grants;

  private HiddenPrograms(CheckContext context, Optional<MySqlGrants> grants) {
    this.context = context;
    this.grants = grants;
  }

  /** What an item must declare to ask. */
  static Needs needs() {
    return MySqlGrants.needs();
  }

  static HiddenPrograms of(CheckContext context) {
    boolean hides = context.endpoint().engine().family().equals("mysql");
    return new HiddenPrograms(
        context, hides ? Optional.of(MySqlGrants.of(context.here())) : Optional.empty());
  }

  /** The problem for each schema where some of these tables may have triggers that are hidden. */
  List<Finding> triggers(Problem problem, Collection<QualifiedName> tables) {
    return findings(
        problem,
        tables.stream()
            .filter(table -> grants.stream().anyMatch(g -> !g.onTable("TRIGGER", table)))
            .map(QualifiedName::schema)
            .collect(Collectors.toCollection(TreeSet::new)),
        "TRIGGER");
  }

  /** The problem for each of these schemas that may have events that are hidden. */
  List<Finding> events(Problem problem, Set<String> schemas) {
    return findings(
        problem,
        schemas.stream()
            .filter(schema -> grants.stream().anyMatch(g -> !g.onSchema("EVENT", schema)))
            .collect(Collectors.toCollection(TreeSet::new)),
        "EVENT");
  }

  /** The problem for each of these schemas that may have routines that are hidden. */
  List<Finding> routines(Problem problem, Set<String> schemas) {
    return findings(
        problem,
        schemas.stream()
            .filter(schema -> grants.stream().anyMatch(g -> !seesRoutines(g, schema)))
            .collect(Collectors.toCollection(TreeSet::new)),
        "EXECUTE");
  }

  private boolean seesRoutines(MySqlGrants grants, String schema) {
    return (hasProc() && grants.onTable("SELECT", PROC))
        || grants.global("SELECT")
        || grants.global("SHOW_ROUTINE")
        || grants.onSchema("EXECUTE", schema)
        || grants.onSchema("ALTER ROUTINE", schema);
  }

  /**
   * MySQL 8 has the table no more, and whoever may read the schema mysql sees no routines by it.
   */
  private boolean hasProc() {
    Server server = context.here().row(Server.FACET);
    return server.product().equals("MariaDB") || server.number().compareTo(DATA_DICTIONARY) < 0;
  }

  private List<Finding> findings(Problem problem, Set<String> schemas, String privilege) {
    return schemas.stream()
        .map(
            schema ->
                problem
                    .at(ObjectRef.schema(context.side(), schema))
                    .with("schema", schema)
                    .with("user", context.endpoint().user())
                    .fix(grant(schema, privilege)))
        .toList();
  }

  private String grant(String schema, String privilege) {
    AccountName account = AccountName.parse(context.here().row(SessionRoles.FACET).account());
    return "GRANT " + onWhat(schema, privilege) + " TO " + account.sql();
  }

  /** The least that shows them: the right to see routines, where the server has such a right. */
  private String onWhat(String schema, String privilege) {
    if (privilege.equals("EXECUTE")) {
      if (hasProc()) {
        return "SELECT ON " + context.endpoint().engine().quoted(PROC);
      }
      if (context.here().row(Server.FACET).number().compareTo(SHOW_ROUTINE) >= 0) {
        return "SHOW_ROUTINE ON *.*";
      }
    }
    MySqlGrants held = grants.orElseThrow();
    Set<String> privileges = new TreeSet<>(held.behindPattern(schema));
    privileges.add(privilege);
    return String.join(", ", privileges)
        + " ON "
        + context.endpoint().engine().quoted(held.inGrant(schema))
        + ".*";
  }
}
