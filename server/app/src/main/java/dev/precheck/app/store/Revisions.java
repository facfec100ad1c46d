package dev.precheck.app.store;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Tells what has changed, without reading all of it. */
@Singleton
public final class Revisions {
  /** Drivers take some thousands of parameters in one statement, but not any number. */
  private static final int BATCH = 1_000;

  private final Jdbi jdbi;
  private final SkipExpiries expiries;

  Revisions(Jdbi jdbi, SkipExpiries expiries) {
    this.jdbi = jdbi;
    this.expiries = expiries;
  }

  /** Where these prechecks stand; those that there are not are left out. */
  public List<Revision> of(Collection<String> ids) {
    List<String> all = List.copyOf(ids);
    List<Revision> revisions = new ArrayList<>();
    for (int from = 0; from < all.size(); from += BATCH) {
      revisions.addAll(some(all.subList(from, Math.min(all.size(), from + BATCH))));
    }
    return revisions;
  }

  private List<Revision> some(List<String> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select id, revision, status from precheck where id in (<ids>)")
                .bindList("ids", ids)
                .mapTo(Revision.class)
                .list());
  }

  /** What has changed of a precheck since a revision; empty if there is no such precheck. */
  public Optional<PrecheckChanges> since(String id, long revision) {
    expiries.look(id);
    return jdbi.inTransaction(
        handle ->
            handle
                .createQuery("select " + Prechecks.COLUMNS + " from precheck where id = :id")
                .bind("id", id)
                .mapTo(PrecheckEntry.class)
                .findOne()
                .map(
                    precheck ->
                        new PrecheckChanges(
                            precheck,
                            ItemTable.changed(handle, id, revision),
                            new SkipTable(handle, id).all(),
                            ItemTable.counts(handle, id))));
  }
}
