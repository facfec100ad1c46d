package dev.precheck.engine;

import dev.precheck.engine.network.NetworkPolicy;
import java.time.Duration;

/**
 * What is the same for every run of a {@link Precheck}.
 *
 * @param dialects the databases it can speak to
 * @param deadlines how long each step may take
 * @param policy where it may connect to
 * @param budget how many connections may be open
 */
record Terms(
    Dialects dialects, Deadlines deadlines, NetworkPolicy policy, ConnectionBudget budget) {

  Terms within(Duration run) {
    return new Terms(dialects, deadlines.withRun(run), policy, budget);
  }

  Terms sharing(ConnectionBudget other) {
    return new Terms(dialects, deadlines, policy, other);
  }
}
