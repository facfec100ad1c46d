package dev.precheck.checks.privilege;

import dev.precheck.checks.privilege.GrantLine.Holder;
import dev.precheck.checks.privilege.GrantLine.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a line of {@code SHOW GRANTS} as MySQL 5.7 and 8, MariaDB and what speaks like them print
 * it. Sources: MySQL 8.0 manual, 13.7.7.21; MariaDB's SHOW GRANTS page; the servers themselves.
 */
final class GrantParser {

  /** What MariaDB calls otherwise since 10.5; its other names are for privileges of its own. */
  private static final Map<String, String> NAMES_OF_MARIADB =
      Map.of(
          "BINLOG MONITOR", "REPLICATION CLIENT",
          "REPLICATION REPLICA", "REPLICATION SLAVE",
          "REPLICATION REPLICA ADMIN", "REPLICATION SLAVE ADMIN",
          "REPLICA MONITOR", "SLAVE MONITOR",
          "DELETE VERSIONING ROWS", "DELETE HISTORY",
          "ALL", GrantLine.ALL);

  private final GrantCursor cursor;
  private final Set<String> whole = new TreeSet<>();
  private final Set<String> columns = new TreeSet<>();
  private final List<String> unquoted = new ArrayList<>();
  private final List<String> roles = new ArrayList<>();

  private GrantParser(String text) {
    cursor = new GrantCursor(text);
  }

  /** The line, or empty if it is none that is known. */
  static Optional<GrantLine> parse(String text) {
    try {
      return Optional.of(new GrantParser(text).line());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The name that MySQL has for a privilege. */
  static String canonical(String privilege) {
    return NAMES_OF_MARIADB.getOrDefault(privilege, privilege);
  }

  private GrantLine line() {
    if (cursor.take("SET DEFAULT ROLE ")) {
      return line(Level.OTHER, Holder.ACCOUNT, false, "", "");
    }
    boolean revoked = cursor.take("REVOKE ");
    if (!revoked) {
      cursor.require("GRANT ");
    }
    do {
      item();
    } while (cursor.take(","));
    if (cursor.take("ON ")) {
      return object(revoked);
    }
    cursor.require("TO ");
    roles.addAll(unquoted);
    whole.clear();
    return line(Level.ROLE, holder(), false, "", "");
  }

  /** A privilege, a privilege on columns, or a role. */
  private void item() {
    if (cursor.atQuote()) {
      roles.add(cursor.account());
      return;
    }
    String words = cursor.words();
    unquoted.add(words);
    String name = canonical(words.toUpperCase(Locale.ROOT));
    if (cursor.take("(")) {
      cursor.columns();
      columns.add(name);
    } else {
      whole.add(name);
    }
  }

  private GrantLine object(boolean revoked) {
    boolean other =
        cursor.take("PROCEDURE ")
            || cursor.take("FUNCTION ")
            || cursor.take("PACKAGE BODY ")
            || cursor.take("PACKAGE ")
            || cursor.take("LIBRARY ")
            || whole.contains("PROXY");
    if (other) {
      return line(Level.OTHER, Holder.ACCOUNT, revoked, "", "");
    }
    String preposition = revoked ? "FROM " : "TO ";
    if (cursor.take("*.* ")) {
      cursor.require(preposition);
      return line(Level.GLOBAL, holder(), revoked, "", "");
    }
    String schema = cursor.name();
    cursor.require(".");
    String table = cursor.take("* ") ? "" : cursor.name();
    cursor.require(preposition);
    return line(table.isEmpty() ? Level.SCHEMA : Level.TABLE, holder(), revoked, schema, table);
  }

  /** Accounts have a host, MariaDB's roles have none. */
  private Holder holder() {
    if (cursor.take("PUBLIC")) {
      return Holder.PUBLIC;
    }
    return cursor.isNameAlone() ? Holder.ROLE : Holder.ACCOUNT;
  }

  private GrantLine line(Level level, Holder holder, boolean revoked, String schema, String table) {
    return new GrantLine(
        level,
        holder,
        revoked,
        Set.copyOf(whole),
        Set.copyOf(columns),
        schema,
        table,
        List.copyOf(roles));
  }
}
