package dev.precheck.app.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs that wait because one of their databases is busy with others. */
@Singleton
public final class WaitingRuns {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingRuns.class);

  private final Jdbi jdbi;
  private final Tasks tasks;

  private record Next(String id, int attempt) {}

  WaitingRuns(Jdbi jdbi, Tasks tasks) {
    this.jdbi = jdbi;
    this.tasks = tasks;
  }

  /** Brings forward, for each of these databases, the run that has waited longest for it. */
  public void wakeOne(List<EndpointEntry> freed) {
    try {
      freed.stream()
          .map(endpoint -> oldest(endpoint.access()))
          .flatMap(Optional::stream)
          .distinct()
          .forEach(next -> tasks.runNow(next.id(), next.attempt()));
    } catch (RuntimeException e) {
      // They come back by themselves after a few seconds.
      LOG.debug("Could not bring the next run forward.", e);
    }
  }

  private Optional<Next> oldest(Access access) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select p.id, p.attempt from precheck p where p.status = 'PENDING' and exists"
                        + " (select 1 from precheck_endpoint e where e.precheck_id = p.id"
                        + " and lower(e.host) = :host and e.port = :port)"
                        + " order by p.submitted_at, p.id fetch first 1 rows only")
                .bind("host", access.host().toLowerCase(Locale.ROOT))
                .bind("port", access.port())
                .map((row, context) -> new Next(row.getString("id"), row.getInt("attempt")))
                .findOne());
  }
}
