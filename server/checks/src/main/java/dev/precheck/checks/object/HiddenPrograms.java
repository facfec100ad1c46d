package dev.precheck.checks.object;

import dev.precheck.checks.Families;
import dev.precheck.checks.SelectedNames;
import dev.precheck.checks.privilege.MySqlAccess;
import dev.precheck.checks.privilege.MySqlGrants;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Server;
import dev.precheck.spi.Table;
import dev.precheck.spi.Version;
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
    boolean hides = Families.isMySql(context.endpoint().engine());
    return new HiddenPrograms(
        context, hides ? Optional.of(MySqlGrants.of(context.here())) : Optional.empty());
  }

  /**
   * The problem for each schema where selected tables that are there may have triggers that are
   * hidden; views have none that a copy would fire.
   */
  List<Finding> triggers(Problem problem, SelectedNames selected) {
    return findings(
        problem,
        context.here().rows(Table.FACET).stream()
            .filter(table -> table.kind().isTable() && selected.contains(table.qualified()))
            .map(Table::qualified)
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
                    .fix(grant(MySqlAccess.of(context), schema, privilege)))
        .toList();
  }

  /** The least that shows them: the right to see routines, where the server has such a right. */
  private String grant(MySqlAccess access, String schema, String privilege) {
    if (privilege.equals("EXECUTE") && hasProc()) {
      return access.onTable(List.of("SELECT"), PROC);
    } else if (privilege.equals("EXECUTE") && hasShowRoutine()) {
      return access.onAll(List.of("SHOW_ROUTINE"));
    }
    return access.onSchema(List.of(privilege), schema);
  }

  private boolean hasShowRoutine() {
    return context.here().row(Server.FACET).number().compareTo(SHOW_ROUTINE) >= 0;
  }
}
