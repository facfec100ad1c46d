package dev.precheck.app.store.report;

import dev.precheck.app.store.ItemStatus;
import dev.precheck.app.store.PrecheckEntry;
import dev.precheck.app.store.SkipExpiries;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The prechecks there are, page by page. */
@Singleton
public final class PrecheckList {

  private static final String SIDE =
      "(select e.data_source_id from precheck_endpoint e where e.precheck_id = p.id"
          + " and e.role = 'PRIMARY' and e.side = ";

  private static final String PAGE =
      "select p.id, p.revision, p.name, p.status, p.progress, p.error_detail, p.submitted_at, p.started_at,"
          + " p.finished_at, p.project_id, p.attempt, "
          + (SIDE + "'SOURCE') as source_id, ")
          + (SIDE + "'TARGET') as target_id")
          + " from precheck p where 1 = 1";

  private final Jdbi jdbi;
  private final SkipExpiries expiries;

  PrecheckList(Jdbi jdbi, SkipExpiries expiries) {
    this.jdbi = jdbi;
    this.expiries = expiries;
  }

  /** Public for the mapper. */
  public record Row(
      @Nested PrecheckEntry precheck,
      Optional<String> projectId,
      int attempt,
      String sourceId,
      String targetId) {}

  /** Public for the mapper. */
  public record Count(String precheckId, ItemStatus status, int items, int findings) {}

  /** How many a query finds on all pages; to be asked before the page. */
  public long count(PrecheckQuery query) {
    expiries.look();
    Conditions conditions = query.conditions();
    return jdbi.withHandle(
        handle ->
            conditions
                .bindTo(
                    handle.createQuery(
                        "select count(*) from precheck p where 1 = 1" + conditions.sql()))
                .mapTo(Long.class)
                .one());
  }

  /** One page of what a query finds. */
  public List<PrecheckSummary> page(PrecheckQuery query) {
    Conditions conditions = query.conditions();
    return jdbi.inTransaction(
        handle -> {
          List<Row> rows =
              query
                  .page()
                  .bindTo(
                      conditions.bindTo(
                          handle.createQuery(
                              PAGE + conditions.sql() + " order by " + query.order() + Page.SQL)))
                  .map(ConstructorMapper.of(Row.class))
                  .list();
          Map<String, List<Count>> counts = counts(handle, rows);
          return rows.stream()
              .map(row -> summary(row, counts.getOrDefault(row.precheck.id(), List.of())))
              .toList();
        });
  }

  private static Map<String, List<Count>> counts(Handle handle, List<Row> rows) {
    if (rows.isEmpty()) {
      return Map.of();
    }
    Conditions ids =
        new Conditions().in("i.precheck_id", rows.stream().map(row -> row.precheck.id()).toList());
    return ids
        .bindTo(
            handle.createQuery(
                "select i.precheck_id, i.status, count(*) as items,"
                    + " sum(i.finding_count) as findings from precheck_item i where "
                    + CurrentItems.ONLY
                    + ids.sql()
                    + " group by i.precheck_id, i.status"))
        .map(ConstructorMapper.of(Count.class))
        .stream()
        .collect(Collectors.groupingBy(Count::precheckId));
  }

  private static PrecheckSummary summary(Row row, List<Count> counts) {
    Map<ItemStatus, Integer> items = new EnumMap<>(ItemStatus.class);
    counts.forEach(count -> items.put(count.status, count.items));
    return new PrecheckSummary(
        row.precheck,
        row.projectId,
        row.attempt,
        row.sourceId,
        row.targetId,
        items,
        counts.stream().mapToInt(Count::findings).sum());
  }
}
