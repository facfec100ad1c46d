package dev.precheck.app.watch;

import dev.precheck.app.config.WatchSettings;
import dev.precheck.app.store.PrecheckChanged;
import dev.precheck.app.store.Revision;
import dev.precheck.app.store.Revisions;
import dev.precheck.app.store.StoreKind;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All who watch prechecks on this node. They hold no thread and ask nothing themselves: one query
 * looks for all of them, at once after a change that this process made, and every half second where
 * other nodes can make some.
 */
@Singleton
public class Watchers implements GracefulShutdownCapable {
  private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);
  private static final int RETRY_SECONDS = 5;

  private final Map<String, Set<Watch>> watches = new ConcurrentHashMap<>();
  private final AtomicInteger open = new AtomicInteger();

  /** The prechecks to look at. */
  private final Set<String> due = ConcurrentHashMap.newKeySet();

  private final AtomicBoolean lookComes = new AtomicBoolean();
  private final Revisions revisions;
  private final boolean shared;
  private final int most;
  private final Executor threads;
  private volatile boolean stopping;

  Watchers(
      Revisions revisions,
      StoreKind kind,
      WatchSettings settings,
      @Named("watch") Executor threads) {
    this.revisions = revisions;
    this.shared = kind == StoreKind.POSTGRESQL;
    this.most = settings.watchers();
    this.threads = threads;
  }

  /**
   * Begins to watch a precheck; the caller closes it.
   *
   * @throws ApiException if as many watch as may
   */
  public Watch open(String precheckId) {
    if (open.incrementAndGet() > most) {
      open.decrementAndGet();
      throw full();
    }
    Watch watch = new Watch(precheckId, this::close);
    watches.compute(
        precheckId,
        (id, others) -> {
          Set<Watch> all = others == null ? ConcurrentHashMap.newKeySet() : others;
          all.add(watch);
          return all;
        });
    if (stopping) {
      watch.end();
    }
    // What changed before the watch was there would be missed otherwise.
    look(precheckId);
    return watch;
  }

  /**
   * Says before there is a watch whether there may be one.
   *
   * @throws ApiException if as many watch as may
   */
  public void refuseIfFull() {
    if (open.get() >= most) {
      throw full();
    }
  }

  private ApiException full() {
    return new ApiException(
            ErrorCode.SERVICE_BUSY,
            "The server is busy: " + most + " callers wait for changes, as many as may wait.")
        .with("waiting", String.valueOf(most))
        .retryAfter(RETRY_SECONDS);
  }

  private void close(Watch watch) {
    watches.computeIfPresent(
        watch.id(),
        (id, all) -> {
          if (all.remove(watch)) {
            open.decrementAndGet();
          }
          return all.isEmpty() ? null : all;
        });
  }

  /** How many watch at the moment. */
  public int count() {
    return open.get();
  }

  @EventListener
  void onChange(PrecheckChanged change) {
    look(change.id());
  }

  /** Changes of other nodes, and looks that failed. */
  @Scheduled(fixedDelay = "${precheck.watch.polling:500ms}")
  void lookAgain() {
    if (shared) {
      due.addAll(watches.keySet());
    }
    if (!due.isEmpty()) {
      soon();
    }
  }

  private void look(String precheckId) {
    if (watches.containsKey(precheckId)) {
      due.add(precheckId);
      soon();
    }
  }

  private void soon() {
    if (!stopping && lookComes.compareAndSet(false, true)) {
      threads.execute(this::look);
    }
  }

  private void look() {
    lookComes.set(false);
    Set<String> ids = new HashSet<>(due);
    due.removeAll(ids);
    try {
      Set<String> gone = new HashSet<>(ids);
      for (Revision revision : revisions.of(ids)) {
        gone.remove(revision.id());
        of(revision.id()).forEach(watch -> watch.see(revision));
      }
      gone.forEach(id -> of(id).forEach(Watch::end));
    } catch (RuntimeException e) {
      due.addAll(ids);
      LOG.debug("Could not look at the prechecks that are watched; trying again.", e);
    }
  }

  private Set<Watch> of(String precheckId) {
    return watches.getOrDefault(precheckId, Set.of());
  }

  /** Lets everybody go, so that nobody holds a stop up. */
  @PreDestroy
  void stop() {
    stopping = true;
    watches.values().forEach(all -> all.forEach(Watch::end));
  }

  @Override
  public CompletionStage<?> shutdownGracefully() {
    stop();
    return CompletableFuture.completedFuture(null);
  }
}
