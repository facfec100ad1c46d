package dev.precheck.app.run;

import dev.precheck.app.store.ItemEntry;
import dev.precheck.app.store.RunLog;
import dev.precheck.engine.Item;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.RunListener;
import dev.precheck.spi.Selection;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Writes down each item of one run as soon as it is known. */
final class Journal implements RunListener {

  private final String precheckId;
  private final Selection selection;
  private final RunLog log;
  private final BooleanSupplier abandoned;

  Journal(String precheckId, Selection selection, RunLog log, BooleanSupplier abandoned) {
    this.precheckId = precheckId;
    this.selection = selection;
    this.log = log;
    this.abandoned = abandoned;
  }

  @Override
  public void started(Item item, Instant at) {
    uninterrupted(() -> log.itemStarted(precheckId, item.position(), at));
  }

  @Override
  public void finished(Item item, Outcome outcome, Instant at) {
    if (!abandoned.getAsBoolean()) {
      ItemEntry entry = ItemReport.finished(item, outcome, selection, at);
      uninterrupted(() -> log.itemFinished(precheckId, entry, ItemReport.findings(outcome)));
    }
  }

  /** A thread that is asked to stop still writes down what it knows. */
  private static void uninterrupted(Runnable write) {
    boolean interrupted = Thread.interrupted();
    try {
      write.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
