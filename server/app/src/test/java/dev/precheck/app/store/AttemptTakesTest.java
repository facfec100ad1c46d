package dev.precheck.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is counted of runs that are interrupted: one that gets nowhere again and again is given up.
 */
class AttemptTakesTest {

  private static final String ID = "t_fruitless";
  private static final Instant AT = Instant.parse("2026-03-14T02:05:00Z");

  private ApplicationContext context;
  private Jdbi jdbi;
  private RunLog log;
  private long version;

  @BeforeEach
  void start(@TempDir Path directory) {
    // Not started as a service, so nothing takes the precheck up.
    context = ApplicationContext.run(Map.of("precheck.data-dir", directory.resolve("data")));
    jdbi = context.getBean(Jdbi.class);
    log = context.getBean(RunLog.class);
    execute(
        "insert into precheck (id, request, status, progress, submitted_at) values ('"
            + ID
            + "', '{}', 'PENDING', 0, current_timestamp)");
    execute(
        "insert into precheck_attempt (precheck_id, attempt, cause, requested_at, status) values ('"
            + ID
            + "', 1, 'SUBMIT', current_timestamp, 'PENDING')");
    for (int position = 0; position < 2; position++) {
      execute(
          "insert into precheck_item (precheck_id, attempt, position, revision, name, check_type,"
              + " side, role, status, removable, fix_statements, fix_statement_count,"
              + " finding_count) values ('"
              + ID
              + "', 1, "
              + position
              + ", 1, 'Item "
              + position
              + "', 'RDB_CONNECT', 'SOURCE', 'PRIMARY', 'PENDING', false, '[]', 0, 0)");
    }
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void takesWithoutAnEndedItemAddUp() {
    assertThat(take().fruitless()).isEqualTo(1);
    assertThat(take().fruitless()).isEqualTo(2);
    assertThat(take().takes()).isEqualTo(3);
  }

  @Test
  void anItemThatEndedBeginsTheCountAnew() {
    take();
    take();
    execute("update precheck_item set status = 'PASSED' where position = 0");

    assertThat(take().fruitless()).isEqualTo(1);
    assertThat(take().fruitless()).isEqualTo(2);
  }

  @Test
  void whatIsLetGoInOrderDoesNotCount() {
    take();
    Claim second = take().claim();
    log.handedOver(second);
    assertThat(take().fruitless()).isEqualTo(2);

    // Whoever has lost it meanwhile has nothing to say.
    log.handedOver(second);
    assertThat(take().fruitless()).isEqualTo(3);
  }

  @Test
  void onlyTheTimeIsCountedInWhichSomebodyWasAtIt() {
    assertThat(take().spent()).isZero();
    item(0, AT.plusSeconds(40));
    assertThat(take(AT.plusSeconds(7_200)).spent()).hasSeconds(40);

    item(1, AT.plusSeconds(7_205));
    assertThat(take(AT.plusSeconds(90_000)).spent()).hasSeconds(45);
    assertThat(take(AT.plusSeconds(99_000)).spent()).hasSeconds(45);
  }

  private void item(int position, Instant startedAt) {
    execute(
        "update precheck_item set status = 'RUNNING', started_at = '"
            + startedAt
            + "' where position = "
            + position);
    execute("update precheck_item set status = 'PASSED', finished_at = started_at");
  }

  private TakenRun take() {
    return take(AT);
  }

  private TakenRun take(Instant at) {
    return log.take(new Claim(ID, 1, ++version), at).orElseThrow();
  }

  private void execute(String sql) {
    jdbi.useHandle(handle -> handle.execute(sql));
  }
}
