package dev.precheck.checks.privilege;

import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Server;
import dev.precheck.spi.Version;
import java.util.List;

/**
 * What lets an account of MySQL or MariaDB create an object with another one as its definer.
 * Sources: MySQL manual, 5.7: 6.2.2, 8.0: SET_USER_ID, 8.2: SET_ANY_DEFINER, and SET_USER_ID until
 * 8.4; MariaDB, GRANT: SET USER, and SUPER before 11.0.
 */
public final class DefinerPrivileges {

  private DefinerPrivileges() {}

  /** Any of them suffices; the first is the one to grant. The item's server has to be read. */
  public static List<String> of(CheckContext context) {
    Server server = context.here().row(Server.FACET);
    return server.product().equals("MariaDB")
        ? ofMariaDb(server.number())
        : ofMySql(server.number());
  }

  /**
   * What lets it name one that does not exist: any of them suffices, the first is the one to grant;
   * empty where nothing more is needed. Source: MySQL 8.4 manual, 8.2.2.
   */
  public static List<String> ofMissing(CheckContext context) {
    Server server = context.here().row(Server.FACET);
    boolean needed =
        !server.product().equals("MariaDB") && server.number().compareTo(Version.of(8, 2)) >= 0;
    return needed ? List.of("ALLOW_NONEXISTENT_DEFINER", "SET_USER_ID", "SUPER") : List.of();
  }

  private static List<String> ofMariaDb(Version version) {
    if (version.compareTo(Version.of(10, 5)) < 0) {
      return List.of("SUPER");
    }
    return version.compareTo(Version.of(11, 0)) < 0
        ? List.of("SET USER", "SUPER")
        : List.of("SET USER");
  }

  private static List<String> ofMySql(Version version) {
    if (version.compareTo(Version.of(8, 0)) < 0) {
      return List.of("SUPER");
    }
    return version.compareTo(Version.of(8, 2)) < 0
        ? List.of("SET_USER_ID", "SUPER")
        : List.of("SET_ANY_DEFINER", "SET_USER_ID", "SUPER");
  }
}
