package dev.precheck.app.store;

/**
 * Another node goes on with the attempt, or it has ended, or the precheck is gone: whoever meets
 * this stops at once and leaves everything as it is.
 */
public final class LostClaim extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LostClaim(Claim claim) {
    super(
        "Attempt " + claim.attempt() + " of " + claim.precheckId() + " is not this node's any more",
        null,
        false,
        false);
  }
}
