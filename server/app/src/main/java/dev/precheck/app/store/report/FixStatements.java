package dev.precheck.app.store.report;

import dev.precheck.app.store.ItemStatus;
import dev.precheck.spi.Side;
import dev.precheck.wire.error.ApiException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The statements that would mend what a precheck found. */
@Singleton
public final class FixStatements {

  private static final int FETCH = 1_000;

  /** Whether somebody has skipped the finding {@code f}, with its item {@code i} or alone. */
  private static final String SKIPPED =
      "case when i.status = 'SKIPPED' or exists (select 1 from item_skip s where s.precheck_id ="
          + " f.precheck_id and s.item = i.name and s.undone_at is null and (s.expires_at is null"
          + " or s.expires_at > current_timestamp) and s.findings like"
          + " concat('%\"', f.fingerprint, '\"%')) then true else false end as skipped";

  private final PrecheckStates states;

  FixStatements(PrecheckStates states) {
    this.states = states;
  }

  /**
   * Those of one finding.
   *
   * @param itemName the item that reports it
   * @param skipped whether a user has skipped it
   */
  public record Fix(
      String itemName,
      String checkType,
      ItemStatus status,
      List<String> fixStatements,
      boolean skipped) {}

  /**
   * Hands out all for one side: for schemas first, then in the order of the items.
   *
   * @return the precheck as it was at the moment at which they were read
   * @throws ApiException if there is no such precheck
   */
  public PrecheckState each(String precheckId, Side side, Consumer<Fix> consumer) {
    return states.get(precheckId, handle -> each(handle, precheckId, side, consumer));
  }

  private static void each(Handle handle, String precheckId, Side side, Consumer<Fix> consumer) {
    try (var fixes =
        handle
            .createQuery(
                "select i.name as item_name, i.check_type, i.status, f.fix_statements, "
                    + SKIPPED
                    + ReportedFinding.TABLES
                    + " and f.precheck_id = :id and f.side = :side"
                    + " and f.fix_statements <> '[]'"
                    + " order by case f.object_kind when 'SCHEMA' then 0 else 1 end,"
                    + " f.position, f.ordinal")
            .bind("id", precheckId)
            .bind("side", side)
            .setFetchSize(FETCH)
            .map(ConstructorMapper.of(Fix.class))
            .stream()) {
      fixes.forEach(consumer);
    }
  }
}
