package dev.precheck.app.store.access;

import dev.precheck.app.store.report.Page;
import java.util.Optional;

/**
 * Which events of a tenant.
 *
 * @param caller by name; empty for all
 * @param action empty for all
 * @param object an id that the event has to do with; empty for all
 */
public record AuditQuery(
    String tenant,
    Optional<String> caller,
    Optional<String> action,
    Optional<String> object,
    Page page) {}
