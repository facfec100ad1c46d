package dev.precheck.app.run;

import dev.precheck.app.store.StoppedPrecheck;
import dev.precheck.app.store.Stops;
import dev.precheck.wire.error.ApiException;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What people do to prechecks that are on their way. */
@Singleton
public final class Steering {

  private final Stops stops;
  private final ActiveRuns active;

  Steering(Stops stops, ActiveRuns active) {
    this.stops = stops;
    this.active = active;
  }

  /**
   * Ends a precheck: at once if it waits or runs here, within moments if it runs elsewhere.
   *
   * @param by who wants it
   * @throws ApiException if there is no such precheck, or it has ended
   */
  public StoppedPrecheck stop(String id, Optional<String> by) {
    StoppedPrecheck stopped = stops.stop(id, by);
    active.stop(id);
    return stopped;
  }
}
