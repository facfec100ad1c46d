import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * The real service on a free port, with two databases for the clients' smoke tests: H2 keeps
 * databases in the memory of one process, so they have to be made in the service's own.
 *
 * <p>{@code java -cp server/app/target/dist/precheck.jar client/SmokeServer.java}
 */
final class SmokeServer {

  // What the demo migrates, with its faults; the account and its password are those of the tests.
  private static final String SCRIPTS = "classpath:dev/precheck/app/cli/demo/";
  private static final String READER = "CREATE USER READER PASSWORD 'reader'";

  public static void main(String[] arguments) throws SQLException {
    for (String side : List.of("source", "target")) {
      String database = "jdbc:h2:mem:smoke_" + side + ";DB_CLOSE_DELAY=-1";
      try (var connection = DriverManager.getConnection(database, "owner", "");
          var statement = connection.createStatement()) {
        statement.execute(READER);
        statement.execute("RUNSCRIPT FROM '" + SCRIPTS + side + ".sql'");
      }
    }
    System.setProperty("precheck.allow-h2", "true");
    dev.precheck.app.Main.main(new String[] {"serve", "--port", "0"});
  }
}
