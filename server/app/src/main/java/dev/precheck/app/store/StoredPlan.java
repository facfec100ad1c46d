package dev.precheck.app.store;

import java.util.List;
import java.util.Optional;

/**
 * A precheck with its plan, from which another attempt can be made.
 *
 * @param precheck where it stands
 * @param request the plan, JSON
 * @param planHash what the plan means; empty if it is not known
 * @param projectId the project that it is of
 * @param items its items as they stand
 */
public record StoredPlan(
    PrecheckEntry precheck,
    String request,
    Optional<String> planHash,
    Optional<String> projectId,
    List<ItemEntry> items) {

  public StoredPlan {
    items = List.copyOf(items);
  }
}
