package dev.precheck.spi;

import java.util.Set;

/**
 * The plan to be judged.
 *
 * @param source where data comes from (its primary, where it has a standby)
 * @param target where data goes
 * @param selection which tables and views, and what they are called on the target
 * @param phases which steps the migration runs
 * @param targetMayHaveRows whether rows that are already in a target table are accepted
 */
public record Migration(
    Endpoint source,
    Endpoint target,
    Selection selection,
    Set<Phase> phases,
    boolean targetMayHaveRows) {

  public Migration {
    phases = Set.copyOf(phases);
  }

  public Endpoint endpoint(Side side) {
    return side == Side.SOURCE ? source : target;
  }

  public boolean runs(Phase phase) {
    return phases.contains(phase);
  }
}
