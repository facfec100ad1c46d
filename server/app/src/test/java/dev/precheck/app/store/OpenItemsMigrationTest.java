package dev.precheck.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier version never judged, and called ended, is undetermined. */
class OpenItemsMigrationTest {

  @Test
  void itemsOfEndedAttemptsAreEnded(@TempDir Path directory) throws Exception {
    Path data = Files.createDirectory(directory.resolve("data"));
    String url = "jdbc:h2:async:" + data.resolve("precheck");
    Flyway.configure()
        .dataSource(url, "sa", "")
        .javaMigrations(new FingerprintMigration())
        .target("6")
        .load()
        .migrate();
    Jdbi.create(url, "sa", "").useHandle(OpenItemsMigrationTest::fill);

    try (ApplicationContext context = ApplicationContext.run(Map.of("precheck.data-dir", data))) {
      Jdbi jdbi = context.getBean(Jdbi.class);
      assertThat(precheck(jdbi, "t_green")).isEqualTo("FAILED 8");
      assertThat(items(jdbi, "t_green"))
          .containsExactly("1 0 UNDETERMINED ERROR", "2 1 PASSED null", "1 2 SKIPPED BY_USER");
      assertThat(attempts(jdbi, "t_green")).containsExactly("FAILED", "FAILED");
      assertThat(precheck(jdbi, "t_stopped")).isEqualTo("FAILED 8");
      assertThat(items(jdbi, "t_stopped")).containsExactly("1 0 UNDETERMINED CANCELLED");
      assertThat(precheck(jdbi, "t_running")).isEqualTo("RUNNING 7");
      assertThat(items(jdbi, "t_running")).containsExactly("1 0 PENDING null");
      assertThat(precheck(jdbi, "t_good")).isEqualTo("FINISHED 7");
      assertThat(attempts(jdbi, "t_good")).containsExactly("FINISHED");
    }
  }

  private static void fill(Handle handle) {
    precheck(handle, "t_green", "FINISHED", 2);
    item(handle, "t_green", 1, 0, "PENDING");
    item(handle, "t_green", 1, 1, "FAILED");
    item(handle, "t_green", 1, 2, "RUNNING");
    item(handle, "t_green", 2, 1, "PASSED");
    handle.execute(
        "insert into item_skip (id, precheck_id, item, reason, skipped_at)"
            + " values ('s_1', 't_green', 'i2', 'r', current_timestamp)");
    precheck(handle, "t_stopped", "FAILED", 1);
    handle.execute(
        "update precheck set stop_requested_at = current_timestamp where id = 't_stopped'");
    item(handle, "t_stopped", 1, 0, "RUNNING");
    precheck(handle, "t_running", "RUNNING", 1);
    item(handle, "t_running", 1, 0, "PENDING");
    precheck(handle, "t_good", "FINISHED", 1);
    item(handle, "t_good", 1, 0, "PASSED");
  }

  private static void precheck(Handle handle, String id, String status, int attempts) {
    boolean ended = !status.equals("RUNNING");
    handle.execute(
        "insert into precheck (id, request, status, progress, submitted_at, finished_at, attempt,"
            + " revision) values (?, '{}', ?, 100, current_timestamp, "
            + (ended ? "current_timestamp" : "null")
            + ", ?, 7)",
        id,
        status,
        attempts);
    for (int attempt = 1; attempt <= attempts; attempt++) {
      handle.execute(
          "insert into precheck_attempt (precheck_id, attempt, cause, requested_at, finished_at,"
              + " status) values (?, ?, 'SUBMIT', current_timestamp, "
              + (ended ? "current_timestamp" : "null")
              + ", ?)",
          id,
          attempt,
          attempt < attempts ? "FAILED" : status);
    }
  }

  private static void item(Handle handle, String id, int attempt, int position, String status) {
    handle.execute(
        "insert into precheck_item (precheck_id, attempt, position, revision, name, check_type,"
            + " side, role, status, removable, fix_statements, fix_statement_count, finding_count)"
            + " values (?, ?, ?, 1, ?, 'RDB_CONNECT', 'SOURCE', 'PRIMARY', ?, false, '[]', 0, 0)",
        id,
        attempt,
        position,
        "i" + position,
        status);
  }

  private static String precheck(Jdbi jdbi, String id) {
    return text(jdbi, "select concat(status, ' ', revision) from precheck where id = ?", id).get(0);
  }

  private static List<String> items(Jdbi jdbi, String id) {
    return text(
        jdbi,
        "select concat(attempt, ' ', position, ' ', status, ' ', coalesce(reason, 'null'))"
            + " from precheck_item i where precheck_id = ? and not exists (select 1 from"
            + " precheck_item l where l.precheck_id = i.precheck_id and l.position = i.position"
            + " and l.attempt > i.attempt) order by position",
        id);
  }

  private static List<String> attempts(Jdbi jdbi, String id) {
    return text(
        jdbi, "select status from precheck_attempt where precheck_id = ? order by attempt", id);
  }

  private static List<String> text(Jdbi jdbi, String sql, String id) {
    return jdbi.withHandle(h -> h.createQuery(sql).bind(0, id).mapTo(String.class).list());
  }
}
