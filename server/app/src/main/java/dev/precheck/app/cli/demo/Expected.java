package dev.precheck.app.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the demo's faults must lead to; other checks may find more. */
public final class Expected {

  private record Item(String checkType, String endpointType, String status) {}

  private static final List<Item> ITEMS =
      List.of(
          new Item("RDB_CONNECT", "SOURCE", "PASSED"),
          new Item("RDB_CONNECT", "DEST", "PASSED"),
          new Item("RDB_TABLE_EXIST", "SOURCE", "FAILED"),
          new Item("RDB_PRIMARY_KEY", "SOURCE", "WARNING"),
          new Item("RDB_SCHEMA_EXIST", "DEST", "FAILED"),
          new Item("RDB_TARGET_TABLE_EMPTY", "DEST", "FAILED"));

  private Expected() {}

  /**
   * What is not as it must be, a line each.
   *
   * @param result the {@code data} of GetPreCheckResult
   */
  public static List<String> differences(JsonNode result) {
    List<Item> found = items(result).map(Expected::item).toList();
    List<String> differences = new ArrayList<>();
    ITEMS.stream()
        .filter(item -> !found.contains(item))
        .forEach(item -> differences.add("There is no " + item + "."));
    found.stream()
        .filter(item -> item.status.equals("UNDETERMINED"))
        .forEach(item -> differences.add("There is " + item + "."));
    return differences;
  }

  private static Stream<JsonNode> items(JsonNode result) {
    return StreamSupport.stream(result.path("preCheckResults").spliterator(), false);
  }

  private static Item item(JsonNode item) {
    return new Item(
        item.path("checkType").asText(),
        item.path("endpointType").asText(),
        item.path("status").asText());
  }
}
