package dev.precheck.app.store;

import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The plans that are stored as projects. */
@Singleton
public final class Projects {

  private final Jdbi jdbi;
  private final StoreClock clock;
  private final SkipExpiries expiries;

  Projects(Jdbi jdbi, StoreClock clock, SkipExpiries expiries) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.expiries = expiries;
  }

  /**
   * Stores a new one.
   *
   * @param tenant whose it is
   * @return its id
   * @throws ApiException if one of its data sources has gone meanwhile
   */
  public String create(String tenant, ProjectDraft draft) {
    String id = Ids.project();
    Instant now = now();
    jdbi.useTransaction(
        handle -> {
          keepDataSources(handle, draft);
          new ProjectTable(handle).insert(tenant, entry(id, draft, 1, now, now), draft);
        });
    return id;
  }

  /**
   * Puts another plan in the place of the one that was read.
   *
   * @param read what the change is based on
   * @return whether that was still the latest; otherwise nothing has been changed
   * @throws ApiException if one of its data sources has gone meanwhile
   */
  public boolean replace(ProjectEntry read, ProjectDraft draft) {
    Instant now = now();
    return jdbi.inTransaction(handle -> replace(handle, new ProjectChange(read, draft), now));
  }

  /** The same within somebody else's transaction. */
  static boolean replace(Handle handle, ProjectChange change, Instant now) {
    ProjectEntry read = change.read();
    long revision = read.configRevision();
    keepDataSources(handle, change.draft());
    ProjectEntry changed = entry(read.id(), change.draft(), revision + 1, read.createdAt(), now);
    return new ProjectTable(handle).update(changed, change.draft(), revision);
  }

  /**
   * Deletes one; its prechecks stay.
   *
   * @throws ApiException if there is none with the id, or a precheck of it has not ended
   */
  public void delete(String id) {
    jdbi.useTransaction(
        handle -> {
          ProjectTable table = new ProjectTable(handle);
          if (!table.lock(id)) {
            throw missing(id);
          }
          ProjectEntry entry = table.find(id).orElseThrow(() -> missing(id));
          Usage.refuseIfRunning(handle, entry);
          table.delete(id);
        });
  }

  /**
   * The one with the id.
   *
   * @throws ApiException if there is none
   */
  public StoredProject get(String id) {
    return jdbi.inTransaction(handle -> one(handle, id));
  }

  private static StoredProject one(Handle handle, String id) {
    ProjectEntry entry = new ProjectTable(handle).find(id).orElseThrow(() -> missing(id));
    return whole(handle, List.of(entry)).get(0);
  }

  /**
   * The one with the id, with its plan. If somebody changes it at this moment, the plan may be
   * newer than the rest, never older.
   *
   * @throws ApiException if there is none
   */
  public PlannedProject planned(String id) {
    return jdbi.inTransaction(
        handle -> {
          StoredProject project = one(handle, id);
          return new PlannedProject(project, new ProjectTable(handle).plan(id));
        });
  }

  /** The one with the id, with its plan; empty if there is none. */
  public Optional<PlannedProject> findPlanned(String id) {
    return jdbi.inTransaction(
        handle -> {
          ProjectTable table = new ProjectTable(handle);
          return table
              .find(id)
              .map(
                  entry ->
                      new PlannedProject(whole(handle, List.of(entry)).get(0), table.plan(id)));
        });
  }

  /** How many a query finds on all pages. */
  public long count(ProjectQuery query) {
    expiries.look();
    return jdbi.withHandle(handle -> new ProjectTable(handle).count(query));
  }

  /** One page of what a query finds. */
  public List<StoredProject> page(ProjectQuery query) {
    return jdbi.inTransaction(handle -> whole(handle, new ProjectTable(handle).page(query)));
  }

  private static List<StoredProject> whole(Handle handle, List<ProjectEntry> entries) {
    Map<String, List<String>> labels =
        new ProjectTable(handle).labels(entries.stream().map(ProjectEntry::id).toList());
    Set<String> used =
        entries.stream()
            .flatMap(entry -> Stream.of(entry.sourceId(), entry.sinkId()))
            .collect(Collectors.toSet());
    Map<String, DataSourceEntry> dataSources = new DataSourceTable(handle).findAll(used);
    return entries.stream()
        .map(
            entry ->
                new StoredProject(
                    entry,
                    labels.getOrDefault(entry.id(), List.of()),
                    Objects.requireNonNull(dataSources.get(entry.sourceId())),
                    Objects.requireNonNull(dataSources.get(entry.sinkId()))))
        .toList();
  }

  /** Nobody deletes them until the project refers to them; always in the same order. */
  private static void keepDataSources(Handle handle, ProjectDraft draft) {
    DataSourceTable dataSources = new DataSourceTable(handle);
    Stream.of(draft.sourceId(), draft.sinkId())
        .sorted()
        .forEach(
            id -> {
              if (dataSources.lock(id).isEmpty()) {
                throw DataSources.missing(id);
              }
            });
  }

  private static ProjectEntry entry(
      String id, ProjectDraft draft, long revision, Instant createdAt, Instant modifiedAt) {
    return new ProjectEntry(
        id,
        draft.name(),
        draft.type(),
        draft.sourceId(),
        draft.sinkId(),
        draft.phases(),
        draft.planHash(),
        revision,
        createdAt,
        modifiedAt,
        Optional.empty());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The answer where an id leads nowhere. */
  public static ApiException missing(String id) {
    return new ApiException(
            ErrorCode.PROJECT_NOT_FOUND, "There is no project with the id `" + id + "`.")
        .with("id", id);
  }
}
