package dev.precheck.app.store;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs that wait because one of their databases is busy with others. */
@Singleton
public final class WaitingRuns {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingRuns.class);

  /** The oldest may also wait for another database, so it is not the only one to be told. */
  private static final int WOKEN = 4;

  private final Jdbi jdbi;
  private final Tasks tasks;

  private record Next(String id, int attempt) {}

  WaitingRuns(Jdbi jdbi, Tasks tasks) {
    this.jdbi = jdbi;
    this.tasks = tasks;
  }

  /**
   * Brings forward, for each of these databases, the runs that have waited longest for it.
   *
   * @param freed addresses, {@code host:port}, an IPv6 literal in brackets
   */
  public void wake(Collection<String> freed) {
    try {
      freed.stream()
          .flatMap(address -> oldest(address, WOKEN).stream())
          .distinct()
          .forEach(next -> tasks.runNow(next.id(), next.attempt()));
    } catch (RuntimeException e) {
      // They come back by themselves after a few seconds.
      LOG.debug("Could not bring the next run forward.", e);
    }
  }

  /** Whether a run waits for its turn at an address. */
  public boolean waitFor(String address) {
    return !oldest(address, 1).isEmpty();
  }

  /** How many prechecks wait that are about an address. */
  public int count(String address) {
    return jdbi.withHandle(
        handle ->
            at(address, handle.createQuery("select count(*)" + WAITING_AT))
                .mapTo(Integer.class)
                .one());
  }

  private List<Next> oldest(String address, int most) {
    return jdbi.withHandle(
        handle ->
            at(address, handle.createQuery("select p.id, p.attempt" + WAITING_AT + OLDEST_FIRST))
                .bind("most", most)
                .map((row, context) -> new Next(row.getString("id"), row.getInt("attempt")))
                .list());
  }

  private static Query at(String address, Query query) {
    int colon = address.lastIndexOf(':');
    return query
        .bind("host", address.substring(0, colon).replaceAll("[\\[\\]]", ""))
        .bind("port", Integer.parseInt(address.substring(colon + 1)));
  }

  /** Never begun, or left unfinished by a node that went. */
  private static final String WAITING_AT =
      " from precheck p where (p.status in ('INIT', 'PENDING') or p.status = 'RUNNING'"
          + " and exists (select 1 from scheduled_tasks t where t.task_name = 'precheck-run'"
          + " and t.task_instance = concat(p.id, '/', p.attempt) and not t.picked))"
          + " and exists (select 1 from precheck_endpoint e where e.precheck_id = p.id"
          + " and lower(e.host) = :host and e.port = :port)";

  private static final String OLDEST_FIRST =
      " order by p.submitted_at, p.id fetch first :most rows only";
}
