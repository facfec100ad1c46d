package dev.precheck.checks.privilege;

import dev.precheck.checks.Settings;
import dev.precheck.checks.privilege.GrantLine.Holder;
import dev.precheck.checks.privilege.GrantLine.Level;
import dev.precheck.spi.Facet;
import dev.precheck.spi.Grant;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.Needs;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Server;
import dev.precheck.spi.SessionRoles;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the account may do on a MySQL or MariaDB server in a session like ours: its own privileges
 * and those of the roles that are active in it. Privileges go by MySQL's names, in upper case, for
 * example {@code REPLICATION CLIENT} for MariaDB's {@code BINLOG MONITOR} too. Privileges that
 * other privileges entail (SUPER) are those that ask to know.
 *
 * <p>Not known to it: grants to other accounts of the same user name and a wider host, and to
 * anonymous users, on schemas and tables. The server lets them count where the account has none of
 * its own there, and does not show them.
 */
public final class MySqlGrants {

  /** The family that has such grants, in words. */
  static final String SERVERS = "MySQL or MariaDB";

  /** Each of them shows tables in information_schema. */
  private static final List<String> VISIBLE =
      List.of(
          "SELECT",
          "INSERT",
          "UPDATE",
          "DELETE",
          "CREATE",
          "DROP",
          "REFERENCES",
          "INDEX",
          "ALTER",
          "CREATE VIEW",
          "SHOW VIEW",
          "TRIGGER",
          "DELETE HISTORY");

  /** What was asked before: thousands of tables ask the same of their schema. */
  private record OnSchema(String privilege, String schema) {}

  private final Map<OnSchema, Boolean> onSchemas = new HashMap<>();
  private final Map<QualifiedName, List<GrantLine>> onTables;
  private final List<GrantLine> lines = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private final IdentifierCase compare;
  private final boolean mariaDb;
  private final boolean wildcards;
  private final MySqlRoles roles;

  private MySqlGrants(Snapshot server) {
    compare = server.row(Server.FACET).identifierCase();
    mariaDb = server.row(Server.FACET).product().equals("MariaDB");
    wildcards = !Settings.of(server).value(List.of("partial_revokes")).equals(Optional.of("ON"));
    for (Grant grant : server.rows(Grant.FACET)) {
      GrantParser.parse(grant.text()).ifPresentOrElse(lines::add, () -> unread.add(grant.text()));
    }
    onTables =
        lines(Level.TABLE)
            .collect(
                Collectors.groupingBy(
                    line -> compare.key(new QualifiedName(line.schema(), line.table()))));
    roles = MySqlRoles.of(server.row(SessionRoles.FACET), lines);
  }

  /**
   * What a check that asks declares to read.
   *
   * @param more what it reads beside
   */
  public static Needs needs(Facet<?>... more) {
    List<Facet<?>> all = new ArrayList<>(List.of(more));
    all.addAll(List.of(Server.FACET, Setting.FACET, Grant.FACET, SessionRoles.FACET));
    return Needs.reading(all.toArray(Facet<?>[]::new));
  }

  /** The grants of the account that connects to a server. */
  public static MySqlGrants of(Snapshot server) {
    return new MySqlGrants(server);
  }

  /** Whether the account has the privilege on everything, if nothing is revoked again. */
  public boolean global(String privilege) {
    String name = GrantParser.canonical(privilege);
    return lines(Level.GLOBAL).anyMatch(line -> !line.revoked() && line.grants(name));
  }

  /** Whether the account has the privilege on the whole of a schema. */
  public boolean onSchema(String privilege, String schema) {
    return onSchemas.computeIfAbsent(
        new OnSchema(GrantParser.canonical(privilege), schema),
        asked -> decide(asked.privilege(), schema));
  }

  private boolean decide(String name, String schema) {
    return (global(name) && !isRevoked(name, schema))
        || Arrays.stream(Holder.values()).anyMatch(holder -> onSchema(name, schema, holder));
  }

  private boolean isRevoked(String privilege, String schema) {
    return lines(Level.SCHEMA)
        .filter(GrantLine::revoked)
        .anyMatch(line -> line.grants(privilege) && pattern(line).matches(schema, compare));
  }

  private boolean onSchema(String privilege, String schema, Holder holder) {
    List<GrantLine> fitting = fitting(schema, holder);
    Predicate<GrantLine> grants = line -> line.grants(privilege);
    if (roles.addUp()) {
      return fitting.stream().anyMatch(grants);
    }
    // Which of two that are equal the server takes is not to be told: both must grant it.
    List<GrantLine> best = best(fitting);
    return !best.isEmpty() && best.stream().allMatch(grants);
  }

  private List<GrantLine> fitting(String schema, Holder holder) {
    return lines(Level.SCHEMA)
        .filter(line -> !line.revoked() && line.holder() == holder)
        .filter(line -> pattern(line).matches(schema, compare))
        .toList();
  }

  private List<GrantLine> best(List<GrantLine> fitting) {
    return fitting.stream()
        .filter(line -> fitting.stream().noneMatch(other -> beats(other, line)))
        .toList();
  }

  private boolean beats(GrantLine other, GrantLine line) {
    return mariaDb
        ? pattern(other).beatsInMariaDb(pattern(line))
        : pattern(other).beatsInMySql(pattern(line));
  }

  /** Whether the account has the privilege on the whole of a table or view. */
  public boolean onTable(String privilege, QualifiedName table) {
    String name = GrantParser.canonical(privilege);
    return onSchema(name, table.schema()) || on(table).anyMatch(line -> line.grants(name));
  }

  /** Whether the account has the privilege on single columns of a table or view by name. */
  public boolean onSomeColumns(String privilege, QualifiedName table) {
    return on(table).anyMatch(line -> line.columnPrivileges().contains(privilege));
  }

  /**
   * Whether any of these grants lets the account see a table. A table that it sees without one
   * comes from a grant that is not shown.
   */
  boolean explains(QualifiedName table) {
    return on(table).findAny().isPresent()
        || VISIBLE.stream().anyMatch(this::global)
        || Arrays.stream(Holder.values())
            .flatMap(holder -> fitting(table.schema(), holder).stream())
            .anyMatch(line -> VISIBLE.stream().anyMatch(line::grants));
  }

  private Stream<GrantLine> on(QualifiedName table) {
    return onTables.getOrDefault(compare.key(table), List.of()).stream();
  }

  /**
   * The privileges that a grant on exactly this schema must repeat: those that the account has
   * through a pattern, which the server would no longer look at.
   */
  Set<String> behindPattern(String schema) {
    List<GrantLine> best = best(fitting(schema, Holder.ACCOUNT));
    boolean exact = best.stream().anyMatch(line -> pattern(line).isLiteral());
    Set<String> privileges = new TreeSet<>();
    if (!exact && !roles.addUp()) {
      best.forEach(line -> privileges.addAll(line.privileges()));
      privileges.remove("USAGE");
    }
    return privileges;
  }

  /** The schema's name as a grant on all of it must spell it, before it is quoted. */
  String inGrant(String schema) {
    return wildcards ? schema.replaceAll("[\\\\_%]", "\\\\$0") : schema;
  }

  /** Lines that are of no known form, so that more may be granted than is known. */
  public List<String> unread() {
    return List.copyOf(unread);
  }

  /** The roles of the account and which of them are active. */
  MySqlRoles roles() {
    return roles;
  }

  private Stream<GrantLine> lines(Level level) {
    return lines.stream().filter(line -> line.level() == level);
  }

  private SchemaPattern pattern(GrantLine line) {
    return new SchemaPattern(line.schema(), wildcards);
  }
}
