package dev.precheck.app.store.access;

import dev.precheck.app.identity.AccessRole;
import dev.precheck.app.identity.Caller;
import java.time.Instant;
import java.util.Optional;

/**
 * An API token as it is stored.
 *
 * @param hash of its secret
 * @param createdBy the caller; empty for the server itself or the command line
 * @param expiresAt from when on it is refused; empty for never
 * @param lastUsedAt to the minute
 * @param revokedAt since when it is refused; empty if it is not
 * @param revokedBy the caller; empty for the command line
 */
public record ApiTokenEntry(
    String id,
    String tenant,
    String name,
    AccessRole role,
    Optional<String> description,
    String hash,
    Optional<String> createdBy,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> revokedAt,
    Optional<String> revokedBy) {

  /** Who calls with it. */
  public Caller caller() {
    return new Caller(name, tenant, role, Optional.of(id));
  }
}
