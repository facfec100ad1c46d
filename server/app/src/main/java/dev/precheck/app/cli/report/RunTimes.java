package dev.precheck.app.cli.report;

import dev.precheck.engine.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * When a run and its items started and ended.
 *
 * @param itemStarts an item that was blocked before it could start is missing
 */
public record RunTimes(
    Instant started, Instant finished, Map<Item, Instant> itemStarts, Map<Item, Instant> itemEnds) {

  public Duration took() {
    return Duration.between(started, finished);
  }

  Optional<Instant> start(Item item) {
    return Optional.ofNullable(itemStarts.get(item));
  }

  Optional<Instant> end(Item item) {
    return Optional.ofNullable(itemEnds.get(item));
  }
}
