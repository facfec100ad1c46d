package dev.precheck.app.store.report;

import dev.precheck.app.store.ObjectText;
import dev.precheck.spi.Severity;
import dev.precheck.spi.Side;
import java.util.List;
import java.util.Optional;

/**
 * Which findings of a precheck, which page.
 *
 * @param precheckId of which precheck
 * @param itemName of which item
 * @param side where the object lives
 * @param severities empty for all
 * @param code the problem's code
 * @param objectName a part of the object's path, in any case
 * @param attempt as of which attempt; empty for the last one
 */
public record FindingQuery(
    String precheckId,
    Optional<String> itemName,
    Optional<Side> side,
    List<Severity> severities,
    Optional<String> code,
    Optional<String> objectName,
    Optional<Integer> attempt,
    Page page) {

  public FindingQuery {
    severities = List.copyOf(severities);
  }

  /** Which attempt counts where none is named. */
  String which() {
    return attempt.isPresent() ? "1 = 1" : CurrentItems.ONLY;
  }

  Conditions conditions() {
    return new Conditions()
        .and("f.precheck_id = :precheckId", "precheckId", Optional.of(precheckId))
        .and(CurrentItems.asOf("i", ":attempt"), "attempt", attempt)
        .and("i.name = :itemName", "itemName", itemName)
        .and("f.side = :side", "side", side)
        .in("f.severity", severities)
        .and("f.code = :code", "code", code)
        .and(
            "f.object_name like :pattern escape '!'",
            "pattern",
            objectName.map(ObjectText::containing));
  }
}
