package dev.precheck.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A stored plan without the plan itself, which may be large.
 *
 * @param id {@code np_…}, never used again
 * @param name what the caller calls it; not unique
 * @param type MIGRATION, SYNC or VERIFY
 * @param sourceId the data source to migrate from
 * @param sinkId the data source to migrate to
 * @param phases those that the plan has
 * @param planHash what the plan means
 * @param configRevision from 1, goes up with every change
 * @param createdAt when it was created
 * @param modifiedAt when it was last changed
 * @param preCheckId its latest precheck
 */
public record ProjectEntry(
    String id,
    String name,
    String type,
    String sourceId,
    String sinkId,
    List<String> phases,
    String planHash,
    long configRevision,
    Instant createdAt,
    Instant modifiedAt,
    Optional<String> preCheckId) {

  public ProjectEntry {
    phases = List.copyOf(phases);
  }

  /** The id with the name, for people. */
  public String label() {
    return "`" + id + "` (" + name + ")";
  }
}
