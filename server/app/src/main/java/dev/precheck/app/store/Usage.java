package dev.precheck.app.store;

import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What refers to a data source or a project and would be left hanging without it. */
final class Usage {

  private Usage() {}

  /**
   * Lets a data source go.
   *
   * @throws ApiException if a partner, a project or an unfinished precheck refers to it
   */
  static void refuseIfUsed(Handle handle, DataSourceEntry entry) {
    entry
        .partnerId()
        .flatMap(new DataSourceTable(handle)::find)
        .ifPresent(
            partner -> {
              throw usedByPartner(entry, partner);
            });
    new ProjectTable(handle)
        .using(entry.id())
        .ifPresent(
            project -> {
              throw usedByProject(entry, project);
            });
    unfinishedPrecheck(handle, entry.id())
        .ifPresent(
            precheck -> {
              throw usedByPrecheck(entry, precheck);
            });
  }

  /**
   * Lets a project go.
   *
   * @throws ApiException if an unfinished precheck is of it
   */
  static void refuseIfRunning(Handle handle, ProjectEntry project) {
    unfinished(handle, "p.project_id = :id", project.id())
        .ifPresent(
            precheck -> {
              throw beingChecked(project, precheck);
            });
  }

  private static Optional<PrecheckEntry> unfinishedPrecheck(Handle handle, String dataSourceId) {
    return unfinished(
        handle,
        "exists (select 1 from precheck_endpoint e"
            + " where e.precheck_id = p.id and e.data_source_id = :id)",
        dataSourceId);
  }

  private static Optional<PrecheckEntry> unfinished(Handle handle, String condition, String id) {
    return handle
        .createQuery(
            "select "
                + Prechecks.COLUMNS
                + " from precheck p where p.status in ('INIT', 'PENDING', 'RUNNING') and "
                + condition
                + " order by p.submitted_at fetch first 1 rows only")
        .bind("id", id)
        .mapTo(PrecheckEntry.class)
        .findOne();
  }

  private static ApiException usedByProject(DataSourceEntry entry, ProjectEntry project) {
    String side = project.sourceId().equals(entry.id()) ? "source" : "target";
    return new ApiException(
            ErrorCode.DATA_SOURCE_IN_USE,
            "The data source "
                + entry.label()
                + " is the "
                + side
                + " of the project "
                + project.label()
                + ".")
        .advice(
            "Delete the project with DeleteProject, or give it another data source with"
                + " UpdateProjectConfig, then delete again.")
        .with("id", entry.id())
        .with("projectId", project.id());
  }

  private static ApiException beingChecked(ProjectEntry project, PrecheckEntry precheck) {
    return new ApiException(
            ErrorCode.PROJECT_IN_USE,
            "The precheck `"
                + precheck.id()
                + "` of the project "
                + project.label()
                + " is "
                + precheck.status()
                + ".")
        .with("id", project.id())
        .with("preCheckId", precheck.id());
  }

  private static ApiException usedByPartner(DataSourceEntry entry, DataSourceEntry partner) {
    return new ApiException(
            ErrorCode.DATA_SOURCE_IN_USE,
            "The data source " + entry.label() + " is the partner of " + partner.label() + ".")
        .advice("End the partnership first: UpdateDataSource with partnerId \"\".")
        .with("id", entry.id())
        .with("partnerId", partner.id());
  }

  private static ApiException usedByPrecheck(DataSourceEntry entry, PrecheckEntry precheck) {
    return new ApiException(
            ErrorCode.DATA_SOURCE_IN_USE,
            "The data source "
                + entry.label()
                + " is used by the precheck `"
                + precheck.id()
                + "`, which is "
                + precheck.status()
                + ".")
        .advice(
            "Wait until GetPreCheckResult shows that the precheck has ended, then delete again.")
        .with("id", entry.id())
        .with("preCheckId", precheck.id());
  }
}
