package dev.precheck.checks.privilege;

import dev.precheck.checks.AccountName;
import dev.precheck.checks.privilege.GrantLine.Holder;
import dev.precheck.checks.privilege.GrantLine.Level;
import dev.precheck.spi.SessionRoles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The account as its server has chosen it, and its roles. What is granted to a role that is not
 * active counts for nothing, and SHOW GRANTS does not show it.
 *
 * @param account whose roles they are
 * @param active the active roles; {@code name@host} in MySQL, {@code name} in MariaDB
 * @param inactive the granted roles that are not active
 */
record MySqlRoles(AccountName account, Set<String> active, Set<String> inactive) {

  /**
   * Roles of managed services. Not everything that they allow is in the grant tables, and what they
   * hold is not shown to those in whose session they are not active. Sources: the manuals of Amazon
   * RDS (role-based privilege model), Google Cloud SQL (MySQL users), Oracle HeatWave
   * (administrator role).
   */
  private static final Set<String> MANAGED =
      Set.of(
          "rds_superuser_role",
          "cloudsqlsuperuser",
          "cloudsqlimportexport",
          "administrator",
          "azure_superuser",
          "azuredb_superuser");

  static MySqlRoles of(SessionRoles session, List<GrantLine> lines) {
    Set<String> active = active(session.activeRoles());
    Set<String> inactive = new TreeSet<>();
    lines.stream()
        .filter(line -> line.level() == Level.ROLE && line.holder() == Holder.ACCOUNT)
        .forEach(line -> inactive.addAll(line.roles()));
    inactive.removeAll(active);
    return new MySqlRoles(AccountName.parse(session.account()), active, inactive);
  }

  /** MySQL quotes names and hosts, MariaDB has one role at a time and prints its bare name. */
  private static Set<String> active(String text) {
    if (text.isEmpty() || text.equals("NONE")) {
      return new TreeSet<>();
    }
    if (!text.startsWith("`") && !text.startsWith("\"")) {
      return new TreeSet<>(List.of(text));
    }
    GrantCursor cursor = new GrantCursor(text);
    Set<String> roles = new TreeSet<>();
    do {
      roles.add(cursor.account());
    } while (cursor.take(","));
    return roles;
  }

  /**
   * Whether grants on patterns that fit one schema add up: MySQL 8 does so in sessions with active
   * roles; everybody else takes the best one alone.
   */
  boolean addUp() {
    return active.stream().anyMatch(role -> role.contains("@"));
  }

  /** Granted roles of a managed service whose privileges are not shown. */
  List<String> opaque() {
    List<String> roles = new ArrayList<>();
    inactive.stream().filter(MySqlRoles::isManaged).forEach(roles::add);
    return roles;
  }

  private static boolean isManaged(String role) {
    int at = role.lastIndexOf('@');
    String name = at < 0 ? role : role.substring(0, at);
    return MANAGED.contains(name.toLowerCase(Locale.ROOT));
  }
}
