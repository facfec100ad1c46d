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
  private CompletableFuture<Boolean> deadline = new CompletableFuture<>();
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
        run.facts().all(needs).thenRunAsync(() -> outcome.complete(result(executor)), executor);
    return outcome.thenApply(this::tell);
  }

  /**
   * One of the facts is about to be read: the first time, the item is running and its time runs.
   *
   * @param executor where the item ends if its time runs out
   */
  void beginning(Fact fact, Executor executor) {
    if (ownFacts.contains(fact)) {
      begin(executor);
    }
  }

  private synchronized void begin(Executor executor) {
    if (!outcome.isDone() && begun.compareAndSet(false, true)) {
      listener.started(item, Instant.now());
      Outcome late =
          Outcome.undetermined(
              Reason.TIMED_OUT,
              "The item was not done within " + deadlines.item().toMillis() / 1000.0 + " s.");
      // The JVM has one thread that looks after all deadlines: it must not be held up.
      deadline =
          new CompletableFuture<Boolean>()
              .completeOnTimeout(true, deadlines.item().toMillis(), TimeUnit.MILLISECONDS);
      CompletableFuture<Void> unused =
          deadline.thenRunAsync(() -> outcome.complete(late), executor);
    }
  }

  /** Synchronized with the start, so that nobody hears of a start after the end. */
  private synchronized Outcome tell(Outcome ended) {
    List<Evidence> evidence = run.facts().evidence(needs);
    run.demand().ended(item);
    deadline.cancel(false);
    listener.finished(item, ended, evidence, Instant.now());
    return ended;
  }

  /** Ends the item if it has not ended. */
  void stop() {
    run.stopped().ifPresent(outcome::complete);
  }

  private Outcome result(Executor executor) {
    Optional<Outcome> failure = run.facts().firstFailure(needs);
    if (failure.isPresent()) {
      return failure.get();
    }
    try {
      begin(executor);
      List<Finding> findings = item.check().run(new ItemContext(item, run));
      // A sentence with a hole is found here, where it makes this item undetermined and no other.
      findings.forEach(ItemRun::requireWhole);
      return Outcome.of(findings);
    } catch (Throwable e) {
      // Errors too: a plug-in that was compiled against something else throws them, and whatever
      // is not told here leaves the item waiting for its deadline.
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
