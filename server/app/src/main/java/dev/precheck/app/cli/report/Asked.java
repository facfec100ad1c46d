package dev.precheck.app.cli.report;

import dev.precheck.engine.Evidence;
import dev.precheck.engine.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked of a server for one fact, and for which items.
 *
 * @param items in the order of the report
 */
public record Asked(Evidence evidence, List<Item> items) {

  private static final Comparator<Asked> REPORT_ORDER =
      Comparator.comparing((Asked asked) -> asked.evidence.place().side())
          .thenComparing(asked -> asked.evidence.place().role())
          .thenComparing(asked -> asked.evidence.startedAt().orElse(Instant.MAX))
          .thenComparing(asked -> asked.evidence.facet());

  public Asked {
    items = List.copyOf(items);
  }

  /** Each fact once, source before target and then as they were read. */
  public static List<Asked> of(Map<Item, List<Evidence>> seen) {
    Map<String, Evidence> facts = new LinkedHashMap<>();
    Map<String, List<Item>> items = new LinkedHashMap<>();
    seen.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().position()))
        .forEach(
            entry ->
                entry
                    .getValue()
                    .forEach(
                        evidence -> {
                          String fact = evidence.place() + " " + evidence.facet();
                          facts.merge(fact, evidence, Asked::further);
                          items.computeIfAbsent(fact, any -> new ArrayList<>()).add(entry.getKey());
                        }));
    return facts.entrySet().stream()
        .map(fact -> new Asked(fact.getValue(), items.getOrDefault(fact.getKey(), List.of())))
        .sorted(REPORT_ORDER)
        .toList();
  }

  /** An item that did not wait for the end of a fact saw less of it. */
  private static Evidence further(Evidence one, Evidence other) {
    return one.state() == Evidence.State.UNFINISHED ? other : one;
  }
}
