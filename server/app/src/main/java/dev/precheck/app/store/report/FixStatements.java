package dev.precheck.app.store.report;

import dev.precheck.app.store.ItemStatus;
import dev.precheck.spi.Side;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The statements that would mend what a precheck found. */
@Singleton
public final class FixStatements {

  private static final int FETCH = 1_000;

  private final Jdbi jdbi;

  FixStatements(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Those of one finding.
   *
   * @param itemName the item that reports it
   */
  public record Fix(
      String itemName, String checkType, ItemStatus status, List<String> fixStatements) {}

  /** Hands out all for one side: for schemas first, then in the order of the items. */
  public void each(String precheckId, Side side, Consumer<Fix> consumer) {
    jdbi.useTransaction(
        handle -> {
          try (var fixes =
              handle
                  .createQuery(
                      "select i.name as item_name, i.check_type, i.status, f.fix_statements"
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
        });
  }
}
