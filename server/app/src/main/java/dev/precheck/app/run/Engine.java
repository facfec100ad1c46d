package dev.precheck.app.run;

import dev.precheck.app.config.DeadlineSettings;
import dev.precheck.app.config.NetworkSettings;
import dev.precheck.engine.Catalogue;
import dev.precheck.engine.Dialects;
import dev.precheck.engine.Precheck;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/**
 * The engine with what is on the class path, and the deadlines and the network policy that are
 * configured. A run brings its own budget of connections.
 */
@Factory
final class Engine {

  @Singleton
  Catalogue catalogue() {
    return Catalogue.load();
  }

  @Singleton
  Dialects dialects() {
    return Dialects.load();
  }

  @Singleton
  Precheck precheck(
      Catalogue catalogue, Dialects dialects, DeadlineSettings deadlines, NetworkSettings network) {
    return new Precheck(catalogue, dialects, deadlines.deadlines(), network.policy());
  }
}
