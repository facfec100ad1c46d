package dev.precheck.testkit.db;

import java.util.List;

/** The statements of an account, as the server logs them. */
final class ServerStatements {

  private ServerStatements() {}

  static List<String> of(RunningDatabase database, String user, Runnable work) {
    return switch (database.database().flavour()) {
      case MYSQL, MARIADB -> fromGeneralLog(database, user, work);
      case POSTGRESQL -> fromServerLog(database, user, work);
      case H2 -> throw new UnsupportedOperationException("H2 keeps no record of statements");
    };
  }

  private static List<String> fromGeneralLog(RunningDatabase database, String user, Runnable work) {
    database.execute(
        "SET GLOBAL log_output = 'TABLE'",
        "TRUNCATE TABLE mysql.general_log",
        "SET GLOBAL general_log = ON");
    try {
      work.run();
    } finally {
      database.execute("SET GLOBAL general_log = OFF");
    }
    return database.query(
        "SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log"
            + " WHERE command_type IN ('Query', 'Execute') AND user_host LIKE '%["
            + user.replace("'", "''")
            + "]%' ORDER BY event_time");
  }

  private static List<String> fromServerLog(RunningDatabase database, String user, Runnable work) {
    String role = database.engine().quoted(user);
    database.execute("ALTER ROLE " + role + " SET log_statement = 'all'");
    int before = database.log().length();
    work.run();
    String prefix = " " + user + " LOG: ";
    return database
        .log()
        .substring(before)
        .lines()
        .filter(line -> line.contains(prefix))
        .map(line -> line.substring(line.indexOf(prefix) + prefix.length()).strip())
        .filter(text -> text.startsWith("statement: ") || text.startsWith("execute "))
        .map(text -> text.substring(text.indexOf(": ") + 2))
        .toList();
  }
}
