package dev.precheck.app.store;

import dev.precheck.spi.Role;
import dev.precheck.spi.Side;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A data source as it was when a precheck that uses it was submitted, so that later changes do not
 * reach into a run.
 */
public record EndpointEntry(
    Side side, Role role, String dataSourceId, @Nested Access access, long accessVersion) {

  /** A data source as it is now. */
  public static EndpointEntry of(Side side, Role role, DataSourceEntry entry) {
    return new EndpointEntry(side, role, entry.id(), entry.access(), entry.accessVersion());
  }
}
