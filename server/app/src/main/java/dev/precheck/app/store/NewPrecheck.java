package dev.precheck.app.store;

import java.util.List;
import java.util.Optional;

/**
 * A precheck that is to be stored and run.
 *
 * @param tenant whose it is
 * @param name what the caller calls it
 * @param request the plan as submitted, JSON
 * @param planHash what the plan means
 * @param projectId the project that it is of
 * @param endpoints the data sources as they are now
 * @param items what will be checked, each PENDING
 * @param key makes submitting it again harmless; empty if the caller gave none
 */
public record NewPrecheck(
    String tenant,
    Optional<String> name,
    String request,
    String planHash,
    Optional<String> projectId,
    List<EndpointEntry> endpoints,
    List<ItemEntry> items,
    Optional<IdempotencyKey> key) {

  public NewPrecheck {
    endpoints = List.copyOf(endpoints);
    items = List.copyOf(items);
  }
}
