package dev.precheck.engine;

import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.Endpoint;
import java.util.Map;
import java.util.Optional;

/** What the readers and the items of one run share. */
record RunState(
    Plan plan,
    Map<Place, Endpoint> endpoints,
    Requirements requirements,
    Facts facts,
    Scope scope,
    Cancellation cancellation) {

  static RunState of(Plan plan, Map<Place, Endpoint> endpoints, Cancellation cancellation) {
    Requirements requirements = new Requirements(plan.migration().selection());
    Facts facts = new Facts(plan.facts());
    Scope scope = new Scope(plan.migration().selection(), facts);
    return new RunState(plan, endpoints, requirements, facts, scope, cancellation);
  }

  /** The outcome of whatever has not been done yet, if the run was stopped. */
  Optional<Outcome> stopped() {
    return cancellation
        .reason()
        .map(
            reason ->
                Outcome.undetermined(
                    reason,
                    reason == Reason.TIMED_OUT
                        ? "The precheck's time ran out before this item was done."
                        : "The precheck was stopped before this item was done."));
  }

  /**
   * The outcome of what waits for a server that cannot be reached: it names the item that says why.
   */
  Outcome unreachable(Place place) {
    Optional<Outcome> stopped = stopped();
    if (stopped.isPresent()) {
      return stopped.get();
    }
    String text = "The " + place.label() + " could not be reached.";
    return plan.items().stream()
        .filter(item -> item.place().equals(place))
        .filter(item -> item.needs().here().contains(ConnectionAttempt.FACET))
        .findFirst()
        .map(item -> Outcome.blocked(item.name(), text))
        .orElseGet(() -> Outcome.undetermined(Reason.ERROR, text));
  }
}
