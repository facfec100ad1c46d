package dev.precheck.app.store;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which data sources, in which order, which page.
 *
 * @param tenant whose
 * @param searchKey the id, or a part of the name in any case; empty for all
 * @param engines ids of engines; empty for all
 * @param byModification whether the order is by the last change instead of by creation
 * @param ascending oldest first
 * @param pageNumber from 1
 * @param pageSize from 1
 */
public record DataSourceQuery(
    String tenant,
    String searchKey,
    List<String> engines,
    boolean byModification,
    boolean ascending,
    int pageNumber,
    int pageSize) {

  public DataSourceQuery {
    engines = List.copyOf(engines);
  }

  long offset() {
    return (pageNumber - 1L) * pageSize;
  }

  /** A placeholder for each engine, {@code :engine0, :engine1}. */
  String engineParameters() {
    return IntStream.range(0, engines.size())
        .mapToObj(index -> ":engine" + index)
        .collect(Collectors.joining(", "));
  }

  Map<String, Object> arguments() {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("tenant", tenant);
    if (!searchKey.isEmpty()) {
      String literal = searchKey.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
      arguments.put("key", searchKey);
      arguments.put("pattern", "%" + literal + "%");
    }
    for (int index = 0; index < engines.size(); index++) {
      arguments.put("engine" + index, engines.get(index));
    }
    return arguments;
  }
}
