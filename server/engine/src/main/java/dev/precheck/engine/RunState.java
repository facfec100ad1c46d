package dev.precheck.engine;

import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.Endpoint;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the readers and the items of one run share.
 *
 * @param awaited the server that the run waits for leave to connect to
 */
record RunState(
    Plan plan,
    Map<Place, Endpoint> endpoints,
    Requirements requirements,
    Facts facts,
    Demand demand,
    Scope scope,
    Sessions sessions,
    Cancellation cancellation,
    AtomicReference<Optional<String>> awaited) {

  static RunState of(Plan plan, Map<Place, Endpoint> endpoints, Cancellation cancellation) {
    Requirements requirements = new Requirements(plan.migration().selection());
    Facts facts = new Facts(plan.facts());
    Scope scope = new Scope(plan.migration().selection(), facts);
    return new RunState(
        plan,
        endpoints,
        requirements,
        facts,
        new Demand(plan.due(), requirements),
        scope,
        new Sessions(),
        cancellation,
        new AtomicReference<>(Optional.empty()));
  }

  /** The outcome of whatever has not been done yet, if the run was stopped. */
  Optional<Outcome> stopped() {
    return cancellation.reason().map(reason -> Outcome.undetermined(reason, stopped(reason)));
  }

  /** The outcome of a fact that nobody waits for any more. */
  Outcome unwanted() {
    return stopped()
        .orElseGet(
            () ->
                Outcome.undetermined(
                    Reason.TIMED_OUT, "Every item that needed it had ended before."));
  }

  private String stopped(Reason reason) {
    String what =
        reason == Reason.TIMED_OUT ? "The precheck's time ran out " : "The precheck was stopped ";
    return Objects.requireNonNull(awaited.get())
        .map(
            server ->
                what
                    + "while it waited for a connection to "
                    + server
                    + ": other prechecks have as many open there as there may be.")
        .orElse(what + "before this item was done.");
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
