package dev.precheck.checks.privilege;

import dev.precheck.spi.CheckContext;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The account of an item on MySQL or MariaDB: what it lacks becomes a finding with the statement
 * that grants it, or an unknown where not all that it may do can be read.
 */
public record MySqlAccess(CheckContext context, MySqlGrants grants) {

  static final Problem UNKNOWN =
      Problem.unknown(
          "PRIVILEGES_UNKNOWN",
          "Whether {user} has {missing} on {object} is not known: {reason}",
          "Grant it to {user} outright, or, where a role is in doubt, make that its default role, and"
              + " run the precheck again.");

  public static MySqlAccess of(CheckContext context) {
    return new MySqlAccess(context, MySqlGrants.of(context.here()));
  }

  /**
   * What is missing.
   *
   * @param problem with places for user, needed, missing, object and hint
   * @param what the object in running text
   * @param statement grants what is missing
   */
  Finding lacking(
      Problem problem,
      ObjectRef at,
      Object what,
      Collection<String> needed,
      Collection<String> missing,
      String statement) {
    return lacking(problem, unreadable(), at, what, needed, missing, statement);
  }

  /** The same, where there may be a reason of its own why more may be granted than is known. */
  Finding lacking(
      Problem problem,
      Optional<String> reason,
      ObjectRef at,
      Object what,
      Collection<String> needed,
      Collection<String> missing,
      String statement) {
    boolean open = reason.isPresent() && problem.severity() == Severity.ERROR;
    return (open ? UNKNOWN : problem)
        .at(at)
        .with("user", context.endpoint().user())
        .with("object", what)
        .with("needed", inWords(needed))
        .with("missing", inWords(missing))
        .with("hint", inactiveRoles())
        .with("reason", reason.orElse(""))
        .fix(statement);
  }

  /** Why more may be granted than is known; empty if all is known. */
  Optional<String> unreadable() {
    List<String> opaque = grants.roles().opaque();
    if (!opaque.isEmpty()) {
      return Optional.of(
          "it has "
              + String.join(", ", opaque)
              + ", a role of the managed service whose privileges are not shown.");
    }
    return grants.unread().stream()
        .findFirst()
        .map(line -> "the server says \"" + line + "\", which Precheck cannot read.");
  }

  private String inactiveRoles() {
    Set<String> inactive = grants.roles().inactive();
    return inactive.isEmpty()
        ? ""
        : " It has roles that are not active in its sessions: " + String.join(", ", inactive) + ".";
  }

  /** The statement that grants privileges on everything. */
  public String onAll(Collection<String> privileges) {
    return statement(privileges, "*.*");
  }

  /**
   * The statement that grants privileges on a schema, and takes none away: see {@link
   * MySqlGrants#behindPattern}.
   */
  public String onSchema(Collection<String> privileges, String schema) {
    Set<String> all = new LinkedHashSet<>(privileges);
    all.addAll(grants.behindPattern(schema));
    return statement(all, engine().quoted(grants.inGrant(schema)) + ".*");
  }

  /** The statement that grants privileges on a table. */
  public String onTable(Collection<String> privileges, QualifiedName table) {
    return statement(privileges, engine().quoted(table));
  }

  /** Makes a role active in the account's sessions, beside those that are. */
  String defaultRole(String role) {
    int at = role.lastIndexOf('@');
    if (at < 0 && !grants.roles().active().isEmpty()) {
      // MariaDB has one active role in a session, which may have others.
      String active = grants.roles().active().iterator().next();
      return "GRANT " + engine().quoted(role) + " TO " + engine().quoted(active);
    }
    if (at < 0) {
      return "SET DEFAULT ROLE " + engine().quoted(role) + " FOR " + account();
    }
    return Stream.concat(grants.roles().active().stream(), Stream.of(role))
        .map(this::quotedRole)
        .collect(Collectors.joining(", ", "SET DEFAULT ROLE ", " TO " + account()));
  }

  private String quotedRole(String role) {
    int at = role.lastIndexOf('@');
    return engine().quoted(role.substring(0, at)) + "@" + engine().quoted(role.substring(at + 1));
  }

  private String statement(Collection<String> privileges, String on) {
    return "GRANT " + String.join(", ", privileges) + " ON " + on + " TO " + account();
  }

  /** The account as the server knows it. */
  String account() {
    return grants.roles().account().quoted(engine());
  }

  private DatabaseEngine engine() {
    return context.endpoint().engine();
  }

  private static String inWords(Collection<String> privileges) {
    List<String> names = new ArrayList<>(privileges);
    if (names.size() < 2) {
      return String.join("", names);
    }
    String last = names.remove(names.size() - 1);
    return String.join(", ", names) + " and " + last;
  }
}
