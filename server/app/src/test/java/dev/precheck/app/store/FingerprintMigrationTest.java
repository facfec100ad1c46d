package dev.precheck.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of the version before takes part in reports, too. */
class FingerprintMigrationTest {

  @Test
  void findingsOfBeforeAreFoundAndTheirTextsMended(@TempDir Path directory) throws Exception {
    Path data = Files.createDirectory(directory.resolve("data"));
    String url = "jdbc:h2:async:" + data.resolve("precheck");
    Flyway.configure().dataSource(url, "sa", "").target("2").load().migrate();
    Jdbi.create(url, "sa", "").useHandle(FingerprintMigrationTest::fill);

    try (ApplicationContext context = ApplicationContext.run(Map.of("precheck.data-dir", data))) {
      Jdbi jdbi = context.getBean(Jdbi.class);
      assertThat(row(jdbi, 0))
          .containsEntry("fingerprint", "3ca8cc9bec4d74e3e7797e7cbb45b258")
          .containsEntry("object_name", "warehouse.orders")
          .containsEntry("object_path", "[\"warehouse\",\"orders\"]")
          .containsEntry("arguments", "{\"reason\":\"no\",\"table\":\"warehouse.orders\"}")
          .containsEntry("fix_statements", "[\"TRUNCATE a, b\"]");
      assertThat(row(jdbi, 1))
          .containsEntry("fingerprint", "3ca8cc9bec4d74e3e7797e7cbb45b258")
          .containsEntry("object_path", "[\"warehouse\",\"orders\"]")
          .containsEntry("arguments", "{}")
          .containsEntry("fix_statements", "[]");
    }
  }

  private static Map<String, Object> row(Jdbi jdbi, int ordinal) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from finding where ordinal = :ordinal")
                .bind("ordinal", ordinal)
                .mapToMap()
                .one());
  }

  private static void fill(Handle handle) {
    handle.execute(
        "insert into precheck (id, request, status, progress, submitted_at)"
            + " values ('t_1', '{}', 'FAILED', 100, current_timestamp)");
    handle.execute(
        "insert into precheck_item (precheck_id, attempt, position, revision, name, check_type,"
            + " side, role, status, removable, fix_statements, fix_statement_count,"
            + " finding_count) values ('t_1', 1, 0, 1, 'x', 'RDB_TARGET_TABLE_EMPTY', 'TARGET',"
            + " 'PRIMARY', 'FAILED', false, '[]', 0, 2)");
    finding(handle, 0, "[warehouse, orders]", "{reason=no, table=warehouse.orders}");
    handle.execute("update finding set fix_statements = '[TRUNCATE a, b]'");
    finding(handle, 1, "[\"warehouse\",\"orders\"]", "{}");
  }

  private static void finding(Handle handle, int ordinal, String path, String arguments) {
    handle.execute(
        "insert into finding (precheck_id, attempt, position, ordinal, code, severity, side,"
            + " object_kind, object_path, arguments, message, remedy, fix_statements) values"
            + " ('t_1', 1, 0, ?, 'TARGET_TABLE_HAS_ROWS', 'ERROR', 'TARGET', 'TABLE', ?, ?, 'm',"
            + " 'r', '[]')",
        ordinal,
        path,
        arguments);
  }
}
