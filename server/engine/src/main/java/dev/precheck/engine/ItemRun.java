package dev.precheck.engine;

import dev.precheck.spi.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One item on its way: waits for its facts, judges them, tells the listener once. */
final class ItemRun {

  private static final System.Logger LOG = System.getLogger(ItemRun.class.getName());

  private final Item item;
  private final RunState run;
  private final Deadlines deadlines;
  private final RunListener listener;
  private final Set<Fact> needs;
  private final Set<Fact> ownFacts;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

  ItemRun(Item item, RunState run, Deadlines deadlines, RunListener listener) {
    this.item = item;
    this.run = run;
    this.deadlines = deadlines;
    this.listener = listener;
    this.needs = run.requirements().of(item);
    this.ownFacts = run.requirements().declared(item);
  }

  /**
   * Judges the item as soon as its facts are there.
   *
   * @return completes when the listener has heard of the outcome
   */
  CompletableFuture<Outcome> judge(Executor executor) {
    CompletableFuture<Void> unused =
        run.facts().all(needs).thenRunAsync(() -> outcome.complete(result()), executor);
    return outcome.thenApply(this::tell);
  }

  /**
   * One of the facts is about to be read: the first time, the item is running and its time runs.
   */
  synchronized void beginning(Fact fact) {
    if (ownFacts.contains(fact) && !outcome.isDone() && begun.compareAndSet(false, true)) {
      listener.started(item, Instant.now());
      Outcome late =
          Outcome.undetermined(
              Reason.TIMED_OUT,
              "The item was not done within " + deadlines.item().toMillis() / 1000.0 + " s.");
      outcome.completeOnTimeout(late, deadlines.item().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Synchronized with the start, so that nobody hears of a start after the end. */
  private synchronized Outcome tell(Outcome ended) {
    listener.finished(item, ended, run.facts().evidence(needs), Instant.now());
    return ended;
  }

  /** Ends the item if it has not ended. */
  void stop() {
    run.stopped().ifPresent(outcome::complete);
  }

  private Outcome result() {
    Optional<Outcome> failure = run.facts().firstFailure(needs);
    if (failure.isPresent()) {
      return failure.get();
    }
    try {
      List<Finding> findings = item.check().run(new ItemContext(item, run));
      // A sentence with a hole is found here, where it makes this item undetermined and no other.
      findings.forEach(ItemRun::requireWhole);
      return Outcome.of(findings);
    } catch (Exception e) {
      LOG.log(System.Logger.Level.ERROR, item.name() + " broke", e);
      return Outcome.undetermined(
          Reason.ERROR,
          "The check broke (" + e.getClass().getSimpleName() + "); the log says where.");
    }
  }

  private static void requireWhole(Finding finding) {
    if (finding.message().isBlank() || finding.remedy().isBlank()) {
      throw new IllegalStateException(finding.problem().code() + " has nothing to say");
    }
  }
}
