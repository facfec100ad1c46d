package dev.precheck.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while {@code precheck check} waits for a server: nothing of it stays behind there. */
class CheckInterruptIT {

  private static final String PASSWORD = "pw";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @EachDatabase({
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4,
    TestDatabase.POSTGRESQL_18
  })
  void whatIsKnownIsToldAndTheStatementEndsOnTheServer(TestDatabase kind, @TempDir Path directory)
      throws Exception {
    RunningDatabase database = kind.start();
    Migration migration = Migration.on(database);

    try (Connection holder = database.connect();
        Statement lock = holder.createStatement()) {
      migration.lockTarget(holder, lock);
      try (CommandProcess check =
          CommandProcess.start(
              directory,
              Map.of("PRECHECK_SOURCE_PASSWORD", PASSWORD, "PRECHECK_TARGET_PASSWORD", PASSWORD),
              migration.arguments())) {
        await().atMost(PATIENCE).until(() -> migration.waits() || !check.isAlive());
        assertThat(check.isAlive()).as(check.out() + check.err()).isTrue();

        assertThat(check.endWith("INT")).isEqualTo(CommandProcess.INTERRUPTED);
        assertThat(check.err()).isEmpty();
        assertThat(check.out())
            .containsPattern("passed +Database connectivity")
            .containsPattern("UNDETERMINED +Target table emptiness +RDB_TARGET_TABLE_EMPTY")
            .contains("The precheck was stopped before this item was done.")
            .contains("whether the migration will work is unknown");
      }
      // The lock is still held, so the statement did not come to an end by itself.
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(migration.sessions()).isEmpty());
    }
  }

  /** From one schema of a server to another one, by an account that nobody else uses. */
  private record Migration(RunningDatabase database, String source, String target, String user) {

    static Migration on(RunningDatabase database) {
      String source = database.freshSchema("stop_from");
      String target = database.freshSchema("stop_to");
      String user = database.fresh("stopper");
      for (String schema : List.of(source, target)) {
        database.execute("CREATE TABLE " + schema + ".orders (id INT PRIMARY KEY)");
      }
      String[] grants =
          database.engine().equals(DatabaseEngine.POSTGRESQL)
              ? new String[] {
                "GRANT USAGE, CREATE ON SCHEMA %s, %s TO {user}".formatted(source, target),
                "GRANT ALL ON %s.orders, %s.orders TO {user}".formatted(source, target)
              }
              : new String[] {
                "GRANT ALL ON %s.* TO {user}".formatted(source),
                "GRANT ALL ON %s.* TO {user}".formatted(target)
              };
      database.createUser(user, PASSWORD, grants);
      return new Migration(database, source, target, user);
    }

    String[] arguments() {
      String engine = database.engine().id().toLowerCase(Locale.ROOT);
      String name = database.superuser().endpoint().database().orElse("");
      String uri = "%s://%s@localhost:%d/".formatted(engine, user, database.port());
      boolean postgres = database.engine().equals(DatabaseEngine.POSTGRESQL);
      return new String[] {
        "check",
        "--source=" + uri + (postgres ? name : source),
        "--target=" + uri + (postgres ? name : target),
        "--include=" + source + ".*",
        "--map=" + source + "=" + target,
        "--statement-timeout=10m"
      };
    }

    /** Whether a target table has rows is asked of the table itself, which nobody may read now. */
    void lockTarget(Connection holder, Statement statement) throws Exception {
      if (database.engine().equals(DatabaseEngine.POSTGRESQL)) {
        holder.setAutoCommit(false);
        statement.execute("LOCK TABLE " + target + ".orders IN ACCESS EXCLUSIVE MODE");
      } else {
        statement.execute("LOCK TABLES " + target + ".orders WRITE");
      }
    }

    boolean waits() {
      return sessions().stream().anyMatch(state -> state.toLowerCase(Locale.ROOT).contains("lock"));
    }

    /** What the server's list says of each session of the account: what it waits for. */
    List<String> sessions() {
      return database.query(
          database.engine().equals(DatabaseEngine.POSTGRESQL)
              ? "SELECT wait_event_type FROM pg_stat_activity WHERE usename = '" + user + "'"
              : "SELECT state FROM information_schema.processlist WHERE user = '" + user + "'");
    }
  }
}
