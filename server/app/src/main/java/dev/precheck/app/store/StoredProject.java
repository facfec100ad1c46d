package dev.precheck.app.store;

import java.util.List;

/**
 * A project with what belongs to it.
 *
 * @param entry the project itself
 * @param labelIds its labels, in the order given
 * @param source the data source to migrate from, as it is now
 * @param sink the data source to migrate to, as it is now
 */
public record StoredProject(
    ProjectEntry entry, List<String> labelIds, DataSourceEntry source, DataSourceEntry sink) {

  public StoredProject {
    labelIds = List.copyOf(labelIds);
  }
}
