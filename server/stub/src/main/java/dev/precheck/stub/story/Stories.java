package dev.precheck.stub.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precheck.stub.contract.Operation;
import dev.precheck.stub.contract.Template;
import dev.precheck.stub.contract.Template.Place;
import dev.precheck.wire.Quote;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The prechecks that were submitted to this process; the oldest of very many are forgotten. */
public final class Stories {

  private static final int KEPT = 10_000;

  /** How the ids begin that are given out here; others are those of the contract's examples. */
  private static final String PREFIX = "t_stub";

  private final Map<String, Story> byId = bounded();
  private final Map<String, String> idByKey = bounded();
  private int given;

  /**
   * What to answer, and after which time.
   *
   * @param values what to fill in
   */
  public record Shown(Template template, Map<Place, String> values, Duration after) {}

  private static <T> Map<String, T> bounded() {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > KEPT;
      }
    };
  }

  /** Forgets all; ids begin anew. */
  public synchronized void reset() {
    byId.clear();
    idByKey.clear();
    given = 0;
  }

  /**
   * Takes a plan.
   *
   * @param key of the header Idempotency-Key: the same key and plan give the same precheck
   * @param pace how long a step lasts; zero: until the next call
   * @throws ApiException if the key came with another plan before
   */
  public synchronized Shown submit(
      Operation operation, JsonNode plan, Optional<String> key, Scenario scenario, Duration pace) {
    String id = key.map(idByKey::get).orElse(null);
    Story known = id == null ? null : byId.get(id);
    if (known != null && !known.hasPlan(plan)) {
      throw new ApiException(
          ErrorCode.IDEMPOTENCY_KEY_REUSED,
          "The Idempotency-Key was sent before with another body, for precheck " + id + ".");
    }
    if (id == null || known == null) {
      given++;
      id = String.format(Locale.ROOT, "%s%06d", PREFIX, given);
      byId.put(id, new Story(id, plan, scenario, pace));
    }
    String submitted = id;
    key.ifPresent(name -> idByKey.put(name, submitted));
    ObjectNode envelope = operation.usual().value().deepCopy();
    envelope.put("data", Place.PRECHECK_ID.mark());
    return new Shown(Template.ofEnvelope(envelope), Map.of(Place.PRECHECK_ID, id), Duration.ZERO);
  }

  /** The next look at a precheck; empty if its id is not one of those given out here. */
  public Optional<Shown> result(JsonNode request) {
    return find(request)
        .map(
            story -> {
              Story.Look look = story.look(request);
              Template template = story.scenario().templates().get(look.step());
              return new Shown(template, story.values(), look.after());
            });
  }

  /** A page of findings; empty if the id is not one of those given out here. */
  public Optional<Shown> findings(Operation operation, JsonNode request) {
    return find(request)
        .map(
            story -> {
              ObjectNode page = new FindingPages(operation).page(story.scenario(), request);
              return new Shown(Template.ofEnvelope(page), Map.of(), Duration.ZERO);
            });
  }

  private synchronized Optional<Story> find(JsonNode request) {
    String id = request.path("id").asText();
    if (id.startsWith(PREFIX) && !byId.containsKey(id)) {
      throw new ApiException(
          ErrorCode.PRECHECK_NOT_FOUND,
          "There is no precheck with the id " + Quote.of(id) + ", or not any more.");
    }
    return Optional.ofNullable(byId.get(id));
  }
}
