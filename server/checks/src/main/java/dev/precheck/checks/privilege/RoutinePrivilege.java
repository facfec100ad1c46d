package dev.precheck.checks.privilege;

import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Server;
import dev.precheck.spi.Version;
import java.util.List;

/**
 * What it takes to read the bodies of a server's routines without being their definer. Sources:
 * MySQL 5.7 and 8.0 manual, 13.7.5.9 and 13.7.7.9 (SHOW CREATE PROCEDURE); MariaDB, GRANT.
 *
 * @param privilege its name
 * @param held whether the account has it, on all schemas or those that are asked about
 * @param statement grants it
 */
record RoutinePrivilege(String privilege, boolean held, String statement) {

  private static final QualifiedName PROC = new QualifiedName("mysql", "proc");
  private static final Version SHOW_ROUTINE = new Version(8, 0, 20);
  private static final Version DATA_DICTIONARY = Version.of(8, 0);
  private static final Version SHOW_CREATE_ROUTINE = Version.of(11, 3);

  static RoutinePrivilege on(String schema, MySqlAccess access) {
    Server server = access.context().here().row(Server.FACET);
    MySqlGrants grants = access.grants();
    if (server.product().equals("MariaDB")) {
      boolean held = grants.onTable("SELECT", PROC);
      return server.number().compareTo(SHOW_CREATE_ROUTINE) < 0
          ? ofProc(held, access)
          : new RoutinePrivilege(
              "SHOW CREATE ROUTINE",
              held || grants.onSchema("SHOW CREATE ROUTINE", schema),
              access.onSchema(List.of("SHOW CREATE ROUTINE"), schema));
    }
    if (server.number().compareTo(DATA_DICTIONARY) < 0) {
      return ofProc(grants.onTable("SELECT", PROC), access);
    }
    boolean reads = grants.global("SELECT");
    return server.number().compareTo(SHOW_ROUTINE) < 0
        ? new RoutinePrivilege("global SELECT", reads, access.onAll(List.of("SELECT")))
        : new RoutinePrivilege(
            "SHOW_ROUTINE",
            reads || grants.global("SHOW_ROUTINE"),
            access.onAll(List.of("SHOW_ROUTINE")));
  }

  private static RoutinePrivilege ofProc(boolean held, MySqlAccess access) {
    return new RoutinePrivilege(
        "SELECT on mysql.proc", held, access.onTable(List.of("SELECT"), PROC));
  }
}
