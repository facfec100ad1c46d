package dev.precheck.app.store.access;

import dev.precheck.app.identity.AccessRole;
import java.time.Instant;
import java.util.Optional;

/**
 * An API token to be created.
 *
 * @param createdBy the caller; empty for the server itself or the command line
 * @param expiresAt from when on it is refused; empty for never
 */
public record ApiTokenDraft(
    String tenant,
    String name,
    AccessRole role,
    Optional<String> description,
    Optional<String> createdBy,
    Optional<Instant> expiresAt) {}
