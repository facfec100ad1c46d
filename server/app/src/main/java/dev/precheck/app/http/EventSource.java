package dev.precheck.app.http;

import dev.precheck.api.model.PreCheckItem;
import dev.precheck.api.model.PreCheckProgress;
import dev.precheck.api.model.PreCheckStatus;
import dev.precheck.app.store.ItemEntry;
import dev.precheck.app.store.PrecheckChanges;
import dev.precheck.app.store.PrecheckEntry;
import dev.precheck.app.store.Revisions;
import dev.precheck.app.watch.Watch;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What one client has yet to see of a precheck. Nobody keeps a log of events: each look sends what
 * differs from what was sent before, so a slow client misses steps in between, but never the state.
 */
final class EventSource {
  private static final long RETRY_MILLIS = 2_000;

  private final Watch watch;
  private final Revisions revisions;
  private final JsonMapper json;
  private final boolean coarse;
  private volatile long sent;
  private volatile boolean begun;
  private volatile boolean ended;

  /**
   * A source of the changes after a revision.
   *
   * @param since 0 for everything
   * @param coarse whether it is for somebody whom {@link NetworkFailures} are hidden from
   */
  EventSource(Watch watch, Revisions revisions, JsonMapper json, long since, boolean coarse) {
    this.watch = watch;
    this.revisions = revisions;
    this.json = json;
    this.sent = since;
    this.coarse = coarse;
  }

  /** Whether there can be more events. */
  boolean hasMore() {
    return !ended;
  }

  /** The next events: at once for the first time, then after a change or the heartbeat's time. */
  Flux<StreamEvent> next(Duration heartbeat, Executor threads) {
    CompletableFuture<Void> change =
        begun
            ? watch
                .until(now -> now.revision() > sent)
                .completeOnTimeout(null, heartbeat.toMillis(), TimeUnit.MILLISECONDS)
            : CompletableFuture.completedFuture(null);
    return Mono.fromFuture(change.thenApplyAsync(done -> look(), threads))
        .flatMapIterable(events -> events);
  }

  private List<StreamEvent> look() {
    Optional<PrecheckChanges> changes =
        watch.isOver() ? Optional.empty() : revisions.since(watch.id(), sent);
    if (changes.isEmpty()) {
      ended = true;
      return List.of();
    }
    PrecheckEntry precheck = changes.get().precheck();
    if (begun && precheck.revision() == sent) {
      return List.of(StreamEvent.HEARTBEAT);
    }
    List<StreamEvent> events = events(changes.get());
    if (!begun) {
      events.set(0, events.get(0).withRetry(RETRY_MILLIS));
    }
    begun = true;
    sent = precheck.revision();
    ended = precheck.status().isFinal();
    return events;
  }

  /** Only the last event carries the revision: a client that gets no further is sent all again. */
  private List<StreamEvent> events(PrecheckChanges changes) {
    List<StreamEvent> events = new ArrayList<>();
    for (ItemEntry item : changes.items()) {
      PreCheckItem told = ResultMapper.item(item, changes.skips());
      events.add(StreamEvent.of("item", text(coarse ? NetworkFailures.hide(told) : told)));
    }
    PrecheckEntry precheck = changes.precheck();
    String progress = text(progress(changes));
    if (precheck.status().isFinal()) {
      events.add(StreamEvent.of("progress", progress));
      events.add(StreamEvent.of("end", progress).withId(precheck.revision()));
    } else {
      events.add(StreamEvent.of("progress", progress).withId(precheck.revision()));
    }
    return events;
  }

  private static PreCheckProgress progress(PrecheckChanges changes) {
    PrecheckEntry precheck = changes.precheck();
    return new PreCheckProgress()
        .preCheckId(precheck.id())
        .preCheckStatus(PreCheckStatus.valueOf(precheck.status().name()))
        .progress(ResultMapper.progress(precheck))
        .verdictCounts(ResultMapper.counts(changes.counts()))
        .errorDetail(precheck.errorDetail().orElse(null))
        .revision(precheck.revision());
  }

  /** JSON has no line breaks of its own, and those of texts are escaped. */
  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException("An event cannot be written as JSON.", e);
    }
  }
}
