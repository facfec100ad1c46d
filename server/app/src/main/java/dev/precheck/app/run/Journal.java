package dev.precheck.app.run;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.precheck.app.store.FindingEntry;
import dev.precheck.app.store.ItemEntry;
import dev.precheck.app.store.LostClaim;
import dev.precheck.app.store.Outage;
import dev.precheck.app.store.RunLog;
import dev.precheck.engine.Item;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.RunListener;
import dev.precheck.spi.Selection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Writes down each item of one run as soon as it is known. While the store is away it tries again,
 * until the store is back or the run is another node's.
 */
final class Journal implements RunListener {

  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ActiveRun run;
  private final Selection selection;
  private final RunLog log;
  private final Clock clock;
  private final RetryPolicy<Object> whileAway;

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
    write(() -> log.itemStarted(run.claim(), item.position(), now));
  }

  @Override
  public void finished(Item item, Outcome outcome, Instant at) {
    ItemEntry entry = ItemReport.finished(item, outcome, selection, clock.instant());
    List<FindingEntry> findings = ItemReport.findings(outcome);
    write(() -> log.itemFinished(run.claim(), entry, findings));
  }

  /** A thread that is asked to stop still writes down what it knows. */
  private void write(Runnable write) {
    if (run.isAbandoned()) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      Failsafe.with(whileAway).run(write::run);
    } catch (LostClaim | FailsafeException e) {
      // Somebody else goes on, or nobody can: there is nothing for this node to say any more.
      run.abandon();
    } catch (RuntimeException e) {
      if (!run.isAbandoned()) {
        throw e;
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
