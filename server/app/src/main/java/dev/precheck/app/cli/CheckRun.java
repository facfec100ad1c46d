package dev.precheck.app.cli;

import dev.precheck.engine.Cancellation;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Place;
import dev.precheck.engine.Plan;
import dev.precheck.engine.Precheck;
import dev.precheck.engine.Report;
import dev.precheck.engine.RunListener;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Migration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One run in this process.
 *
 * @param precheck the engine
 * @param migration what is judged
 * @param connections how to reach both sides
 */
record CheckRun(Precheck precheck, Migration migration, Map<Place, ConnectionSpec> connections) {

  Report go(RunListener listener, Cancellation cancellation) {
    Plan plan = precheck.plan(migration, connections.keySet());
    return precheck.run(plan, connections, listener, cancellation);
  }

  Map<Place, Endpoint> endpoints() {
    return connections.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().endpoint()));
  }
}
