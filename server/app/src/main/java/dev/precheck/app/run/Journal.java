package dev.precheck.app.run;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.precheck.app.store.EvidenceEntry;
import dev.precheck.app.store.FindingEntry;
import dev.precheck.app.store.ItemEntry;
import dev.precheck.app.store.ItemEvent;
import dev.precheck.app.store.LostClaim;
import dev.precheck.app.store.Outage;
import dev.precheck.app.store.RunLog;
import dev.precheck.engine.Evidence;
import dev.precheck.engine.Item;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.RunListener;
import dev.precheck.spi.Selection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes down each item of one run as soon as it is known, in a thread of its own: a run must not
 * take a slow or absent store for a slow database. While the store is away it tries again, until
 * the store is back or the run is another node's.
 */
final class Journal implements RunListener, AutoCloseable {

  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ActiveRun run;
  private final Selection selection;
  private final RunLog log;
  private final Clock clock;
  private final RetryPolicy<Object> whileAway;
  private final Queue<ItemEvent> pending = new ConcurrentLinkedQueue<>();
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "precheck-journal");
            thread.setDaemon(true);
            return thread;
          });
  private volatile @Nullable RuntimeException broken;

  Journal(ActiveRun run, Selection selection, RunLog log, Clock clock) {
    this.run = run;
    this.clock = clock;
    this.selection = selection;
    this.log = log;
    this.whileAway =
        RetryPolicy.builder()
            .handleIf(failure -> Outage.is(failure) && !run.isAbandoned())
            .withBackoff(FIRST_WAIT.toMillis(), LONGEST_WAIT.toMillis(), ChronoUnit.MILLIS)
            .withMaxRetries(-1)
            .withMaxDuration(PATIENCE)
            .build();
  }

  /** By the store's clock, which all nodes agree on, and not by the wall clock of this one. */
  @Override
  public void started(Item item, Instant at) {
    Instant now = clock.instant();
    write(new ItemEvent.Started(item.position(), now));
  }

  @Override
  public void finished(Item item, Outcome outcome, List<Evidence> evidence, Instant at) {
    Instant now = clock.instant();
    ItemEntry entry = ItemReport.finished(item, outcome, selection, now);
    List<FindingEntry> findings = ItemReport.findings(outcome);
    List<EvidenceEntry> seen = EvidenceReport.of(evidence, Duration.between(at, now));
    write(new ItemEvent.Ended(entry, findings, seen));
  }

  private void write(ItemEvent event) {
    pending.add(event);
    writer.execute(this::flush);
  }

  /** Writes what has come together meanwhile in one go: a commit costs more than what is in it. */
  private void flush() {
    List<ItemEvent> events = new ArrayList<>();
    for (ItemEvent event = pending.poll(); event != null; event = pending.poll()) {
      events.add(event);
    }
    if (events.isEmpty() || run.isAbandoned() || broken != null) {
      return;
    }
    try {
      Failsafe.with(whileAway).run(() -> log.items(run.claim(), events));
    } catch (LostClaim e) {
      // Somebody else goes on: there is nothing for this node to say any more.
      run.abandon();
    } catch (RuntimeException e) {
      broken = e;
    }
  }

  /**
   * Waits until everything is written down, or the run is not this node's any more.
   *
   * @throws RuntimeException if something could not be written
   */
  void finish() {
    writer.shutdown();
    try {
      while (!writer.awaitTermination(FIRST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        if (run.isAbandoned()) {
          writer.shutdownNow();
        }
      }
    } catch (InterruptedException e) {
      // The service stops and has no more time: what is not written is found out again.
      run.abandon();
      writer.shutdownNow();
      Thread.currentThread().interrupt();
    }
    RuntimeException failure = broken;
    if (failure != null && !run.isAbandoned()) {
      throw failure;
    }
  }

  @Override
  public void close() {
    writer.shutdownNow();
  }
}
