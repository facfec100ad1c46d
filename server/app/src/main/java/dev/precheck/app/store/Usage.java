package dev.precheck.app.store;

import dev.precheck.app.error.ApiException;
import dev.precheck.app.error.ErrorCode;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What refers to a data source and would be left hanging without it. */
final class Usage {

  private Usage() {}

  /**
   * Lets a data source go.
   *
   * @throws ApiException if a partner or an unfinished precheck refers to it
   */
  static void refuseIfUsed(Handle handle, DataSourceEntry entry) {
    entry
        .partnerId()
        .flatMap(new DataSourceTable(handle)::find)
        .ifPresent(
            partner -> {
              throw usedByPartner(entry, partner);
            });
    unfinishedPrecheck(handle, entry.id())
        .ifPresent(
            precheck -> {
              throw usedByPrecheck(entry, precheck);
            });
  }

  private static Optional<PrecheckEntry> unfinishedPrecheck(Handle handle, String dataSourceId) {
    return handle
        .createQuery(
            "select "
                + Prechecks.COLUMNS
                + " from precheck p where p.status in ('INIT', 'PENDING', 'RUNNING')"
                + " and exists (select 1 from precheck_endpoint e"
                + " where e.precheck_id = p.id and e.data_source_id = :id)"
                + " order by p.submitted_at fetch first 1 rows only")
        .bind("id", dataSourceId)
        .mapTo(PrecheckEntry.class)
        .findOne();
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
