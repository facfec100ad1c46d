package dev.precheck.app.store;

import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Role;
import dev.precheck.spi.Severity;
import dev.precheck.spi.Side;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Gives findings from before V4 what it wants of them: SQL cannot do it on both kinds of store. */
final class FingerprintMigration implements JavaMigration {

  private static final int BATCH = 1_000;

  /** A finding as it was written then; public for the mapper. */
  public record Row(
      String precheckId,
      int attempt,
      int position,
      int ordinal,
      String checkType,
      Role role,
      String code,
      Severity severity,
      Side side,
      ObjectKind objectKind,
      String objectPath,
      String arguments,
      String message,
      String remedy,
      String fixStatements) {

    FindingEntry finding() {
      return new FindingEntry(
          ordinal,
          code,
          severity,
          side,
          objectKind,
          EarlierText.names(objectPath),
          EarlierText.arguments(arguments),
          message,
          remedy,
          EarlierText.statements(fixStatements));
    }
  }

  @Override
  public void migrate(Context context) {
    Jdbi jdbi = Columns.register(Jdbi.create(context.getConnection()));
    // The transaction is Flyway's.
    jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    jdbi.registerRowMapper(ConstructorMapper.factory(Row.class));
    jdbi.useHandle(
        handle -> {
          List<Row> rows = next(handle);
          while (!rows.isEmpty()) {
            fill(handle, rows);
            rows = next(handle);
          }
          handle.execute("alter table finding alter column fingerprint set not null");
          handle.execute("alter table finding alter column object_name set not null");
        });
  }

  private static List<Row> next(Handle handle) {
    return handle
        .createQuery(
            "select f.*, i.check_type, i.role from finding f join precheck_item i"
                + " on i.precheck_id = f.precheck_id and i.attempt = f.attempt"
                + " and i.position = f.position"
                + " where f.fingerprint is null fetch first :batch rows only")
        .bind("batch", BATCH)
        .mapTo(Row.class)
        .list();
  }

  private static void fill(Handle handle, List<Row> rows) {
    PreparedBatch batch =
        handle.prepareBatch(
            "update finding set fingerprint = :fingerprint, object_name = :objectName,"
                + " object_path = :objectPath, arguments = :arguments,"
                + " fix_statements = :fixStatements where precheck_id = :precheckId"
                + " and attempt = :attempt and position = :position and ordinal = :ordinal");
    for (Row row : rows) {
      FindingEntry finding = row.finding();
      batch
          .bindMethods(finding)
          .bind("fingerprint", Fingerprint.of(row.checkType, row.role, finding))
          .bind("objectName", ObjectText.of(finding.objectPath()))
          .bind("precheckId", row.precheckId)
          .bind("attempt", row.attempt)
          .bind("position", row.position)
          .add();
    }
    batch.execute();
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("4.1");
  }

  @Override
  public String getDescription() {
    return "fingerprints";
  }

  @Override
  public Integer getChecksum() {
    return 1;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }
}
