package dev.precheck.app.store;

import java.util.List;

/**
 * What a caller wants a project to be.
 *
 * @param name need not be unique
 * @param type MIGRATION, SYNC or VERIFY
 * @param labelIds as given, in their order
 * @param sourceId the data source to migrate from
 * @param sinkId the data source to migrate to
 * @param phases those that the plan has
 * @param plan as SubmitPreCheck takes it, JSON
 * @param planHash what the plan means, as precheck.plan_hash
 */
public record ProjectDraft(
    String name,
    String type,
    List<String> labelIds,
    String sourceId,
    String sinkId,
    List<String> phases,
    String plan,
    String planHash) {

  public ProjectDraft {
    labelIds = List.copyOf(labelIds);
    phases = List.copyOf(phases);
  }
}
