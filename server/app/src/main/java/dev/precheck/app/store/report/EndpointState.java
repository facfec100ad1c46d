package dev.precheck.app.store.report;

import dev.precheck.spi.Role;
import dev.precheck.spi.Side;
import java.util.Optional;

/**
 * A data source that a precheck looked at, and what has become of it.
 *
 * @param engine id of the kind of server, for example {@code MYSQL}
 * @param name as it is called today; empty if it was deleted
 * @param unchanged whether it is reached and logged in to as it was then
 */
public record EndpointState(
    Side side,
    Role role,
    String dataSourceId,
    String engine,
    Optional<String> name,
    boolean unchanged) {

  boolean isPrimaryOf(Side wanted) {
    return side == wanted && role == Role.PRIMARY;
  }
}
