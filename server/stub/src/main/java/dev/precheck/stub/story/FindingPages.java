package dev.precheck.stub.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precheck.stub.contract.Operation;
import java.util.List;

/** Cuts the findings of a scenario into pages. */
final class FindingPages {

  private static final int PAGE_SIZE = 10;

  private final Operation operation;

  FindingPages(Operation operation) {
    this.operation = operation;
  }

  /** The answer to ListPreCheckFindings. */
  ObjectNode page(Scenario scenario, JsonNode request) {
    int pageNumber = request.path("pageNumber").asInt(1);
    int pageSize = request.path("pageSize").asInt(PAGE_SIZE);
    List<FindingGroup> groups =
        scenario.findings().stream().filter(group -> group.passes(request)).toList();
    ObjectNode envelope = operation.usual().value().deepCopy();
    envelope.put("pageNumber", pageNumber).put("pageSize", pageSize);
    envelope.put("totalCount", groups.stream().mapToLong(FindingGroup::count).sum());
    long first = (long) (pageNumber - 1) * pageSize;
    fill(envelope.putArray("data"), groups, first, first + pageSize);
    return envelope;
  }

  /** The findings from one number, counted from 0 over all groups, to before another. */
  private static void fill(ArrayNode page, List<FindingGroup> groups, long from, long to) {
    long start = 0;
    for (FindingGroup group : groups) {
      long end = start + group.count();
      for (long i = Math.max(from, start); i < Math.min(to, end); i++) {
        page.add(group.finding((int) (i - start) + 1));
      }
      start = end;
    }
  }
}
