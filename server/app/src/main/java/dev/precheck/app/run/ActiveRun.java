package dev.precheck.app.run;

import dev.precheck.app.store.Claim;
import dev.precheck.engine.Cancellation;

/** A run that this node is at. */
final class ActiveRun {

  private final Claim claim;
  private final Cancellation cancellation = new Cancellation();
  private volatile boolean abandoned;

  ActiveRun(Claim claim) {
    this.claim = claim;
  }

  Claim claim() {
    return claim;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** Ends it for good: its items end undetermined, with the reason CANCELLED. */
  void stop() {
    cancellation.cancel();
  }

  /** Lets it go without writing anything more; somebody goes on with it. */
  void abandon() {
    abandoned = true;
    cancellation.cancel();
  }

  /** Whether this node has nothing to say about it any more. */
  boolean isAbandoned() {
    return abandoned;
  }
}
