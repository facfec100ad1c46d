package dev.precheck.app.store.access;

import dev.precheck.app.identity.AccessRole;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One call and its outcome.
 *
 * @param id later ones have higher ones; 0 before it is stored
 * @param at when it was answered
 * @param caller the name
 * @param tokenId of the API token; empty if it was none
 * @param objects the ids that the request named, and the one of what it made
 * @param code of the failure; empty if it succeeded
 * @param requestId as the answer had it
 * @param address where the request came from
 */
public record AuditEntry(
    long id,
    Instant at,
    String tenant,
    String caller,
    Optional<String> tokenId,
    AccessRole role,
    String action,
    List<String> objects,
    Optional<String> code,
    String requestId,
    String address) {

  public AuditEntry {
    objects = List.copyOf(objects);
  }
}
