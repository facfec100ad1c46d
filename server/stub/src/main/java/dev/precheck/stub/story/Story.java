package dev.precheck.stub.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.stub.contract.Template.Place;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One precheck that was submitted, and how far it has come. */
final class Story {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final String id;
  private final JsonNode plan;
  private final Scenario scenario;
  private final Duration pace;
  private final long startNanos = System.nanoTime();
  private int next;

  /**
   * A story at its beginning.
   *
   * @param pace how long a step lasts; zero: until the next call
   */
  Story(String id, JsonNode plan, Scenario scenario, Duration pace) {
    this.id = id;
    this.plan = plan;
    this.scenario = scenario;
    this.pace = pace;
  }

  Scenario scenario() {
    return scenario;
  }

  /** Whether it was submitted with this plan. */
  boolean hasPlan(JsonNode other) {
    return plan.equals(other);
  }

  /** What its answers are filled in with. */
  Map<Place, String> values() {
    Map<Place, String> values = new HashMap<>();
    values.put(Place.PRECHECK_ID, id);
    if (plan.path("name").isTextual()) {
      values.put(Place.PLAN_NAME, plan.path("name").asText());
    }
    return values;
  }

  /**
   * What the next look at it shows, and after which time. By count, whoever waits for the end sees
   * it at once, and any other look is one step further than the one before.
   */
  synchronized Look look(JsonNode request) {
    long waits = request.path("waitSeconds").asLong(0) * 1_000;
    boolean untilEnd = waits > 0 && !request.path("sinceRevision").isNumber();
    if (pace.isZero()) {
      int step = untilEnd ? scenario.last() : Math.min(next, scenario.last());
      next = step + 1;
      return new Look(step, Duration.ZERO);
    }
    int wanted = untilEnd ? scenario.last() : request.path("sinceRevision").asInt(0);
    long millis = (System.nanoTime() - startNanos) / NANOS_PER_MILLI;
    long missing = waits == 0 ? 0 : Math.max(0, wanted * pace.toMillis() - millis);
    long wait = Math.min(waits, missing);
    long step = Math.min((millis + wait) / pace.toMillis(), scenario.last());
    return new Look((int) step, Duration.ofMillis(wait));
  }

  /**
   * A look at a story.
   *
   * @param step the index of the step that is shown
   * @param after the time after which it is shown
   */
  record Look(int step, Duration after) {}
}
