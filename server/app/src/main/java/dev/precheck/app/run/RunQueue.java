package dev.precheck.app.run;

import dev.precheck.app.config.RunSettings;
import dev.precheck.app.store.EndpointEntry;
import dev.precheck.app.store.IdempotencyKey;
import dev.precheck.app.store.NewPrecheck;
import dev.precheck.app.store.Prechecks;
import dev.precheck.app.store.TaskScheduler;
import dev.precheck.app.store.WaitingRuns;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * The way into the queue, and this node's part in it: it takes work up once the service listens,
 * and lets go of everything when it stops, so that another node goes on at once.
 */
@Singleton
public final class RunQueue implements ApplicationEventListener<ServerStartupEvent> {

  private static final int RETRY_SECONDS = 5;

  private final TaskScheduler scheduler;
  private final Prechecks prechecks;
  private final ActiveRuns active;
  private final WaitingRuns waiting;
  private final EndpointPermits permits;
  private final RunSettings settings;
  private volatile boolean stopping;

  RunQueue(
      TaskScheduler scheduler,
      Prechecks prechecks,
      ActiveRuns active,
      WaitingRuns waiting,
      EndpointPermits permits,
      RunSettings settings) {
    this.waiting = waiting;
    this.permits = permits;
    this.scheduler = scheduler;
    this.prechecks = prechecks;
    this.active = active;
    this.settings = settings;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    scheduler.start();
  }

  /**
   * The precheck that a key made before.
   *
   * @throws ApiException if the key was used with another request
   */
  Optional<String> submitted(IdempotencyKey key) {
    return prechecks.submitted(key);
  }

  /**
   * Stores a precheck and queues it, or does neither.
   *
   * @return its id, or that of the precheck that the same Idempotency-Key made in the meantime
   * @throws ApiException if too many wait, or the service is being stopped
   */
  String submit(NewPrecheck precheck) {
    refuseIfFull();
    refuseIfCrowded(precheck.endpoints());
    return prechecks.create(precheck);
  }

  /**
   * Lets nothing more in than may wait. Requests that come at the very same moment may exceed the
   * bound by their number.
   *
   * @throws ApiException if too many wait, or the service is being stopped
   */
  void refuseIfFull() {
    if (stopping) {
      throw new ApiException(
              ErrorCode.SHUTTING_DOWN, "The server is being stopped and starts nothing new.")
          .retryAfter(RETRY_SECONDS);
    }
    int count = prechecks.waiting();
    if (count >= settings.queue()) {
      throw busy("its queue is full", settings.queue(), count);
    }
  }

  /**
   * Lets no more wait for one database than it has a share of the queue, so that one that is slow
   * does not shut the others out.
   *
   * @throws ApiException if as many wait for one of them
   */
  void refuseIfCrowded(List<EndpointEntry> endpoints) {
    for (String address : endpoints.stream().map(permits::address).distinct().toList()) {
      int count = waiting.count(address);
      if (count >= settings.share()) {
        throw busy(
            "the queue for the database at " + address + " is full", settings.share(), count);
      }
    }
  }

  private static ApiException busy(String what, int most, int count) {
    return new ApiException(
            ErrorCode.SERVICE_BUSY,
            "The server is busy: %s, with %d of %d prechecks waiting.".formatted(what, count, most))
        .with("waiting", String.valueOf(count))
        .retryAfter(RETRY_SECONDS);
  }

  /** Lets running prechecks go; they stay unfinished in the store. */
  @PreDestroy
  void stop() {
    stopping = true;
    active.abandonAll();
    scheduler.stop();
  }
}
