package dev.precheck.app.http;

import dev.precheck.app.config.WatchSettings;
import dev.precheck.app.store.Revisions;
import dev.precheck.app.watch.Watch;
import dev.precheck.app.watch.Watchers;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** The events of prechecks, each client's at the pace at which it takes them. */
@Singleton
final class EventStreams {
  private final Watchers watchers;
  private final Revisions revisions;
  private final WatchSettings settings;
  private final JsonMapper json;
  private final Executor threads;

  EventStreams(
      Watchers watchers,
      Revisions revisions,
      WatchSettings settings,
      JsonMapper json,
      @Named("watch") Executor threads) {
    this.watchers = watchers;
    this.revisions = revisions;
    this.settings = settings;
    this.json = json;
    this.threads = threads;
  }

  /**
   * What happens to a precheck from a revision on, until it has ended. The place of a watcher is
   * taken when a client begins to read, and given back however it stops.
   */
  Publisher<StreamEvent> events(String precheckId, long since) {
    boolean coarse = NetworkFailures.areHidden();
    return Flux.using(
        () -> watchers.open(precheckId), watch -> events(watch, since, coarse), Watch::close);
  }

  /** Nothing is read from the store before the client has taken all that was read before. */
  private Flux<StreamEvent> events(Watch watch, long since, boolean coarse) {
    EventSource source = new EventSource(watch, revisions, json, since, coarse);
    return Flux.defer(() -> source.next(settings.heartbeat(), threads)).repeat(source::hasMore);
  }
}
