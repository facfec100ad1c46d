package dev.precheck.app.run;

import java.util.List;

/**
 * An attempt that waits for its turn.
 *
 * @param attempt its number
 * @param items the names of those that will be judged
 */
public record StartedAttempt(int attempt, List<String> items) {

  public StartedAttempt {
    items = List.copyOf(items);
  }
}
