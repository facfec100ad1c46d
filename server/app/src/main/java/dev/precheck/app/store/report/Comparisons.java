package dev.precheck.app.store.report;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Compares the findings of two prechecks by their fingerprints, in the store. */
@Singleton
public final class Comparisons {

  private final Jdbi jdbi;

  Comparisons(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Public for the mapper. */
  public record Count(Change change, long findings) {}

  /** The plan that an attempt judged. */
  public JudgedPlan plan(String id, int attempt) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select plan as request, cast(null as varchar(64)) as hash, true as replaced"
                        + " from precheck_attempt where precheck_id = :id and attempt >= :attempt"
                        + " and plan is not null order by attempt fetch first 1 rows only")
                .bind("id", id)
                .bind("attempt", attempt)
                .map(ConstructorMapper.of(JudgedPlan.class))
                .findOne()
                .orElseGet(() -> plan(handle, id)));
  }

  private static JudgedPlan plan(Handle handle, String id) {
    return handle
        .createQuery(
            "select request, plan_hash as hash, false as replaced from precheck where id = :id")
        .bind("id", id)
        .map(ConstructorMapper.of(JudgedPlan.class))
        .one();
  }

  /** How many findings have which change, all of them; a change without findings is left out. */
  public Map<Change, Long> counts(ComparisonQuery query) {
    Map<Change, Long> counts = new EnumMap<>(Change.class);
    jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select c.change, count(*) as findings from ("
                            + FINDINGS
                            + ") c group by c.change")
                    .bindMethods(query)
                    .map(ConstructorMapper.of(Count.class))
                    .list())
        .forEach(count -> counts.put(count.change, count.findings));
    return counts;
  }

  /** One page of the findings with the changes that are wanted. */
  public List<ChangedFinding> page(ComparisonQuery query) {
    Conditions changes = new Conditions().in("c.change", query.changes());
    return jdbi.withHandle(
        handle ->
            query
                .page()
                .bindTo(
                    changes.bindTo(
                        handle
                            .createQuery(
                                "select c.* from ("
                                    + FINDINGS
                                    + ") c where 1 = 1"
                                    + changes.sql()
                                    + " order by c.place, c.position, c.ordinal"
                                    + Page.SQL)
                            .bindMethods(query)))
                .map(ConstructorMapper.of(ChangedFinding.class))
                .list());
  }

  /** Whether a run has a finding with the fingerprint of {@code f}. */
  private static String has(String precheck, String attempt) {
    return "exists (select 1 from finding o where o.precheck_id = "
        + (precheck + " and o.fingerprint = f.fingerprint and ")
        + (CurrentItems.asOf("o", attempt) + ")");
  }

  /** Of an earlier attempt, it is what the checks said. */
  private static final String STATUS =
      "case when :attempt < (select p.attempt from precheck p where p.id = :id) then coalesce(n.judged_status, n.status) else n.status end";

  /**
   * Why it is not known what became of a finding that the later run does not have; {@code n} is the
   * later run's item, if it has one.
   */
  private static final String REASON =
      "case when not :samePlan then 'PLAN_CHANGED'"
          + " when n.status is null then 'ITEM_MISSING'"
          + (" when " + STATUS + " = 'SKIPPED' then 'ITEM_SKIPPED'")
          + (" when " + STATUS + " not in ('PASSED', 'WARNING', 'FAILED') then 'ITEM_UNDETERMINED'")
          + " when exists (select 1 from finding u where u.precheck_id = n.precheck_id"
          + " and u.attempt = n.attempt and u.position = n.position and u.severity = 'UNKNOWN')"
          + " then 'OBJECTS_UNDETERMINED' end";

  private static final String LATER =
      "select case when "
          + has(":baseId", ":baseAttempt")
          + " then 'UNCHANGED' else 'NEW' end as change, cast(null as varchar(32)) as reason,"
          + " f.position, "
          + ReportedFinding.COLUMNS
          + ReportedFinding.FROM
          + CurrentItems.asOf("i", ":attempt")
          + " and f.precheck_id = :id";

  private static final String GONE =
      "select "
          + REASON
          + " as reason, f.position, "
          + ReportedFinding.COLUMNS
          + " from finding f join precheck_item i on i.precheck_id = f.precheck_id"
          + " and i.attempt = f.attempt and i.position = f.position"
          + " left join precheck_item n on n.precheck_id = :id and n.check_type = i.check_type"
          + " and n.side = i.side and n.role = i.role and "
          + CurrentItems.asOf("n", ":attempt")
          + " where f.precheck_id = :baseId and "
          + CurrentItems.asOf("i", ":baseAttempt")
          + " and not "
          + has(":id", ":attempt");

  private static final String FINDINGS =
      "select case l.change when 'NEW' then 1 else 4 end as place, l.* from ("
          + LATER
          + ") l union all select case when g.reason is null then 2 else 3 end as place,"
          + " case when g.reason is null then 'FIXED' else 'UNKNOWN' end as change, g.* from ("
          + GONE
          + ") g";
}
