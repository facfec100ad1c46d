package dev.precheck.engine.network;

/** A connection that the policy does not allow. The message says why, and what would allow it. */
public final class PolicyRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  PolicyRefusal(String message) {
    super(message);
  }
}
