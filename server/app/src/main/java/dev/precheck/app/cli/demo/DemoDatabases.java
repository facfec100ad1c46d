package dev.precheck.app.cli.demo;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jdbi.v3.core.Jdbi;

/**
 * Source and target in the memory of this process, which live as long as it does.
 *
 * @param source name of the source database
 * @param target name of the target database
 * @param password of the account {@link #READER}, new for each demo
 */
public record DemoDatabases(String source, String target, String password) {

  /** The account that the precheck logs in with; it can only read. */
  public static final String READER = "reader";

  private static final String OWNER = "demo";

  /** Makes both databases with their faults. */
  public static DemoDatabases create() {
    String unique = random(4);
    DemoDatabases databases =
        new DemoDatabases("demo_source_" + unique, "demo_target_" + unique, random(16));
    databases.fill(databases.source, "source.sql");
    databases.fill(databases.target, "target.sql");
    return databases;
  }

  private void fill(String database, String script) {
    String url = "jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1";
    Jdbi.create(url, OWNER, random(16))
        .useHandle(
            handle -> {
              handle.execute("CREATE USER READER PASSWORD '" + password + "'");
              handle.createScript(Resources.text(script)).execute();
            });
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** Does not print the password. */
  @Override
  public String toString() {
    return "DemoDatabases[" + source + ", " + target + "]";
  }
}
