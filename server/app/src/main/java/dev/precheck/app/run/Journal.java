package dev.precheck.app.run;

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
    log.itemStarted(precheckId, item.position(), at);
  }

  @Override
  public void finished(Item item, Outcome outcome, Instant at) {
    if (!abandoned.getAsBoolean()) {
      log.itemFinished(
          precheckId,
          ItemReport.finished(item, outcome, selection, at),
          ItemReport.findings(outcome));
    }
  }
}
