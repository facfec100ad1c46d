package dev.precheck.app.store;

import java.util.List;
import java.util.Optional;

/**
 * Another attempt of a precheck that has ended.
 *
 * @param precheckId the precheck
 * @param after the attempt that it follows
 * @param cause what it is made by
 * @param by who asks for it
 * @param endpoints the data sources as they are now
 * @param items what it is about; those that are PENDING will be judged
 * @param change of the plan; empty if that stays as it is
 */
public record NextAttempt(
    String precheckId,
    int after,
    AttemptCause cause,
    Optional<String> by,
    List<EndpointEntry> endpoints,
    List<ItemEntry> items,
    Optional<PlanChange> change) {

  public NextAttempt {
    endpoints = List.copyOf(endpoints);
    items = List.copyOf(items);
  }
}
