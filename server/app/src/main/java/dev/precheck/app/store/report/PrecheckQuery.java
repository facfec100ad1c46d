package dev.precheck.app.store.report;

import dev.precheck.app.store.ObjectText;
import dev.precheck.app.store.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which prechecks, in which order, which page.
 *
 * @param tenant whose
 * @param searchKey the id, or a part of the name in any case
 * @param statuses empty for all
 * @param projectId that of their project
 * @param dataSourceId one that they look at, on any side
 * @param submittedFrom the first moment of their submission
 * @param submittedTo the first moment that is too late
 * @param byEnd whether the order is by the end instead of by the submission
 * @param ascending oldest first
 */
public record PrecheckQuery(
    String tenant,
    Optional<String> searchKey,
    List<Status> statuses,
    Optional<String> projectId,
    Optional<String> dataSourceId,
    Optional<Instant> submittedFrom,
    Optional<Instant> submittedTo,
    boolean byEnd,
    boolean ascending,
    Page page) {

  public PrecheckQuery {
    statuses = List.copyOf(statuses);
  }

  Conditions conditions() {
    return new Conditions()
        .and("p.tenant = :tenant", "tenant", Optional.of(tenant))
        .and("(p.id = :key or lower(p.name) like :pattern escape '!')", "key", searchKey)
        .and("1 = 1", "pattern", searchKey.map(ObjectText::containing))
        .in("p.status", statuses)
        .and("p.project_id = :projectId", "projectId", projectId)
        .and(
            "exists (select 1 from precheck_endpoint e where e.precheck_id = p.id"
                + " and e.data_source_id = :dataSourceId)",
            "dataSourceId",
            dataSourceId)
        .and("p.submitted_at >= :from", "from", submittedFrom)
        .and("p.submitted_at < :to", "to", submittedTo);
  }

  /** Those without an end stand last in either direction. */
  String order() {
    String direction = ascending ? " asc" : " desc";
    return byEnd
        ? "p.finished_at" + direction + " nulls last, p.id" + direction
        : "p.submitted_at" + direction + ", p.id" + direction;
  }
}
