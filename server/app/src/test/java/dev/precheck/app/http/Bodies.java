package dev.precheck.app.http;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bodies of SubmitPreCheck. */
final class Bodies {

  private Bodies() {}

  /** A plan with full transfer. */
  static Map<String, Object> plan(String source, String sink, Map<String, ?> mapping) {
    return new HashMap<>(
        Map.of(
            "sourceEndpointId", source,
            "sinkEndpointId", sink,
            "transferMapping", mapping,
            "enableStructTransfer", true,
            "enableFullTransfer", true));
  }

  /** Tables of one database by name. */
  static Map<String, Object> tables(String database, String mappedName, String... tables) {
    List<Map<String, String>> entries =
        Arrays.stream(tables).map(table -> Map.of("name", table)).toList();
    return Map.of(
        "mode",
        "SPECIFIC",
        "databases",
        List.of(Map.of("name", database, "mappedName", mappedName, "tables", entries)));
  }

  /** Whatever fits the rules. */
  static Map<String, Object> rules(String... rules) {
    return Map.of("mode", "WILDCARD", "tableAndViewWhiteList", List.of(rules));
  }
}
