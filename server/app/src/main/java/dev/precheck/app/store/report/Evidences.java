package dev.precheck.app.store.report;

import dev.precheck.app.store.EvidenceEntry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What the items of prechecks rest on. */
@Singleton
public final class Evidences {

  private final Jdbi jdbi;

  Evidences(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * One page of what a query finds.
   *
   * @param count how many there are on all pages
   */
  public record Found(long count, List<ReportedEvidence> page) {}

  /** An item and what it rests on; public for the mapper. */
  public record Use(String name, List<String> facts) {}

  /** A stored fact; public for the mapper. */
  public record Row(String fact, int attempt, @Nested EvidenceEntry evidence) {}

  /** Source before target, primary before standby, then as they were read. */
  public Found find(EvidenceQuery query) {
    return jdbi.inTransaction(handle -> find(handle, query));
  }

  private static Found find(Handle handle, EvidenceQuery query) {
    Map<String, List<String>> items = itemsByFact(handle, query);
    if (items.isEmpty()) {
      return new Found(0, List.of());
    }
    List<ReportedEvidence> page =
        query
            .page()
            .bindTo(handle.createQuery(ROWS))
            .bind("precheckId", query.precheckId())
            .bindList("facts", List.copyOf(items.keySet()))
            .map(ConstructorMapper.of(Row.class))
            .stream()
            .map(
                row ->
                    new ReportedEvidence(
                        row.fact,
                        row.attempt,
                        Objects.requireNonNull(items.get(row.fact)),
                        row.evidence))
            .toList();
    return new Found(items.size(), page);
  }

  private static Map<String, List<String>> itemsByFact(Handle handle, EvidenceQuery query) {
    Conditions conditions = query.conditions();
    Map<String, List<String>> items = new HashMap<>();
    conditions
        .bindTo(
            handle.createQuery(
                "select i.name, e.facts from item_evidence e join precheck_item i"
                    + " on i.precheck_id = e.precheck_id and i.attempt = e.attempt"
                    + " and i.position = e.position where "
                    + query.which()
                    + conditions.sql()
                    + " order by e.position, e.attempt"))
        .map(ConstructorMapper.of(Use.class))
        .forEach(
            use ->
                use.facts.forEach(
                    fact -> items.computeIfAbsent(fact, any -> new ArrayList<>()).add(use.name)));
    return items;
  }

  private static final String ROWS =
      "select * from evidence where precheck_id = :precheckId and fact in (<facts>)"
          + " order by side, role, attempt, started_at nulls last, fact"
          + Page.SQL;
}
