package dev.precheck.app.store;

import java.time.Instant;
import java.util.List;

/**
 * An attempt that this node begins or goes on with.
 *
 * @param claim under which it writes
 * @param request the plan as submitted, JSON
 * @param items the attempt's items; those that have ended are not to be run again
 * @param startedAt when the attempt first began
 * @param takes how often a node began or went on with the attempt, this time included
 * @param fruitless how often in a row it was taken without an item having ended meanwhile, this
 *     time included
 * @param stopRequested whether it is to be stopped
 */
public record TakenRun(
    Claim claim,
    String request,
    List<ItemEntry> items,
    Instant startedAt,
    int takes,
    int fruitless,
    boolean stopRequested) {

  public TakenRun {
    items = List.copyOf(items);
  }
}
