package dev.precheck.app.store;

import java.time.Duration;
import java.util.List;

/**
 * An attempt that this node begins or goes on with.
 *
 * @param claim under which it writes
 * @param request the plan as submitted, JSON
 * @param items the attempt's items; those that have ended are not to be run again
 * @param spent how long earlier takes were at it, as far as their items tell; the time in between,
 *     when nobody was, is not counted
 * @param takes how often a node began or went on with the attempt, this time included
 * @param fruitless how often in a row it was taken without an item having ended meanwhile, this
 *     time included
 * @param stopRequested whether it is to be stopped
 */
public record TakenRun(
    Claim claim,
    String request,
    List<ItemEntry> items,
    Duration spent,
    int takes,
    int fruitless,
    boolean stopRequested) {

  public TakenRun {
    items = List.copyOf(items);
  }
}
