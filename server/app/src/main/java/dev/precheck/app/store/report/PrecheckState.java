package dev.precheck.app.store.report;

import dev.precheck.app.store.PrecheckEntry;
import dev.precheck.app.store.PrecheckResult;
import dev.precheck.spi.Side;
import java.util.List;
import java.util.Optional;

/**
 * Where a precheck and its items stand, and what it looked at.
 *
 * @param attempt the current one, from 1
 * @param projectId of the project that its plan belongs to
 * @param planChanged whether that project has another plan today
 * @param items in their order
 * @param endpoints at least the primary of each side
 */
public record PrecheckState(
    PrecheckEntry precheck,
    int attempt,
    Optional<String> projectId,
    boolean planChanged,
    List<ItemState> items,
    List<EndpointState> endpoints) {

  public PrecheckState {
    items = List.copyOf(items);
    endpoints = List.copyOf(endpoints);
  }

  /** The same data sources and what an earlier attempt made of them. */
  PrecheckState asOf(PrecheckResult earlier) {
    return new PrecheckState(
        earlier.precheck(),
        earlier.precheck().attempt(),
        projectId,
        planChanged,
        earlier.items().stream().map(ItemState::of).toList(),
        endpoints);
  }

  public String id() {
    return precheck.id();
  }

  /** The primary of a side. */
  public EndpointState primary(Side side) {
    return endpoints.stream()
        .filter(endpoint -> endpoint.isPrimaryOf(side))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException(id() + " has no " + side.label() + " in the store."));
  }
}
