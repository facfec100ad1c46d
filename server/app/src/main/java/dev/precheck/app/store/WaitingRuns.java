package dev.precheck.app.store;

import jakarta.inject.Singleton;
import java.util.Collection;
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

  /**
   * Brings forward, for each of these databases, the run that has waited longest for it.
   *
   * @param freed addresses, {@code host:port}, an IPv6 literal in brackets
   */
  public void wakeOne(Collection<String> freed) {
    try {
      freed.stream()
          .map(this::oldest)
          .flatMap(Optional::stream)
          .distinct()
          .forEach(next -> tasks.runNow(next.id(), next.attempt()));
    } catch (RuntimeException e) {
      // They come back by themselves after a few seconds.
      LOG.debug("Could not bring the next run forward.", e);
    }
  }

  /** Whether a run waits for its turn at an address. */
  public boolean waitFor(String address) {
    return oldest(address).isPresent();
  }

  private Optional<Next> oldest(String address) {
    int colon = address.lastIndexOf(':');
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select p.id, p.attempt from precheck p where p.status = 'PENDING' and exists"
                        + " (select 1 from precheck_endpoint e where e.precheck_id = p.id"
                        + " and lower(e.host) = :host and e.port = :port)"
                        + " order by p.submitted_at, p.id fetch first 1 rows only")
                .bind("host", address.substring(0, colon).replaceAll("[\\[\\]]", ""))
                .bind("port", Integer.parseInt(address.substring(colon + 1)))
                .map((row, context) -> new Next(row.getString("id"), row.getInt("attempt")))
                .findOne());
  }
}
