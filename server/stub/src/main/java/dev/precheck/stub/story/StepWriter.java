package dev.precheck.stub.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precheck.stub.contract.Template.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes down how a precheck looks at each step from PENDING to its end. */
final class StepWriter {

  private static final Set<String> NOT_GREEN = Set.of("FAILED", "UNDETERMINED");

  /** What is not known of an item before it has been checked. */
  private static final List<String> LATER =
      List.of(
          "message",
          "errorDetail",
          "reasonCode",
          "blockedBy",
          "code",
          "advice",
          "startTime",
          "finishTime",
          "cost");

  private final ObjectNode finished;

  /**
   * Steps like this one.
   *
   * @param finished the answer to GetPreCheckResult about a precheck that has ended
   */
  StepWriter(ObjectNode finished) {
    this.finished = finished;
  }

  /**
   * The steps: one PENDING, some RUNNING, and the end.
   *
   * @param items how they are in the end
   * @param running how many steps are RUNNING, at least 1
   */
  List<JsonNode> steps(List<ObjectNode> items, int running) {
    List<JsonNode> steps = new ArrayList<>();
    steps.add(step("PENDING", items, 0, 1));
    for (int i = 1; i <= running; i++) {
      steps.add(step("RUNNING", items, items.size() * (i - 1) / running, i + 1));
    }
    boolean green =
        items.stream().noneMatch(item -> NOT_GREEN.contains(item.path("status").asText()));
    steps.add(step(green ? "FINISHED" : "FAILED", items, items.size(), running + 2));
    return steps;
  }

  private ObjectNode step(String status, List<ObjectNode> items, int done, int revision) {
    ObjectNode step = finished.deepCopy();
    ObjectNode data = step.withObject("/data");
    data.put("projectId", Place.PRECHECK_ID.mark()).put("preCheckId", Place.PRECHECK_ID.mark());
    data.put("name", Place.PLAN_NAME.mark());
    data.put("projectStatus", status).put("preCheckStatus", status);
    data.put("progress", 100.0 * done / items.size()).put("revision", revision);
    ArrayNode results = data.putArray("preCheckResults");
    for (int i = 0; i < items.size(); i++) {
      boolean runs = status.equals("RUNNING") && i == done;
      results.add(i < done ? items.get(i) : open(items.get(i), runs ? "RUNNING" : "PENDING"));
    }
    count(data.withObject("/verdictCounts"), results);
    time(data, status);
    ObjectNode attempt = data.withObject("/attempts/0").put("status", status);
    time(attempt, status);
    return step;
  }

  private static ObjectNode open(ObjectNode item, String status) {
    ObjectNode open = item.deepCopy().put("status", status).put("judgedStatus", status);
    LATER.forEach(open::putNull);
    if (status.equals("RUNNING")) {
      open.set("startTime", item.path("startTime"));
    }
    return open.put("findingCount", 0);
  }

  private static void count(ObjectNode counts, ArrayNode items) {
    List<String> statuses = new ArrayList<>();
    items.forEach(item -> statuses.add(item.path("status").asText().toLowerCase(Locale.ROOT)));
    List<String> names = new ArrayList<>();
    counts.fieldNames().forEachRemaining(names::add);
    names.forEach(name -> counts.put(name, (int) statuses.stream().filter(name::equals).count()));
  }

  private static void time(ObjectNode run, String status) {
    if (status.equals("PENDING")) {
      run.putNull("startTime");
    }
    if (status.equals("PENDING") || status.equals("RUNNING")) {
      run.putNull("finishTime");
    }
  }
}
