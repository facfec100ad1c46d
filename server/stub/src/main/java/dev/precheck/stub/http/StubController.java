package dev.precheck.stub.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precheck.stub.contract.Example;
import dev.precheck.stub.contract.Operation;
import dev.precheck.stub.story.Scenario;
import dev.precheck.stub.story.Scenarios;
import dev.precheck.stub.story.Stories;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

/** The stub's own addresses. */
@Controller("/__stub")
@Consumes(MediaType.ALL)
final class StubController {

  private static final JsonMapper JSON = new JsonMapper();

  private final LoadedContract loaded;
  private final Stories stories;
  private final Recording recording;
  private final Faults faults;

  StubController(LoadedContract loaded, Stories stories, Recording recording, Faults faults) {
    this.loaded = loaded;
    this.stories = stories;
    this.recording = recording;
    this.faults = faults;
  }

  /** What can be called, and what it can be answered with. */
  @Get
  byte[] list() throws JsonProcessingException {
    LoadedContract.Version version = loaded.version();
    ObjectNode list = JSON.createObjectNode();
    list.put("contract", version.document().source());
    list.put("version", version.document().root().at("/info/version").asText());
    ArrayNode operations = list.putArray("operations");
    version.document().operations().forEach(operation -> describe(operation, operations));
    ArrayNode scenarios = list.putArray("scenarios");
    for (String name : Scenarios.names()) {
      Scenario scenario = version.scenarios().named(name).orElseThrow();
      scenarios
          .addObject()
          .put("name", name)
          .put("summary", scenario.summary())
          .put("steps", scenario.steps().size());
    }
    ObjectNode preferences = list.putObject("preferences");
    Preferences.KNOWN.forEach(preferences::put);
    return bytes(list);
  }

  private static void describe(Operation operation, ArrayNode operations) {
    ObjectNode examples =
        operations
            .addObject()
            .put("operation", operation.action())
            .put("method", operation.method())
            .putObject("examples");
    operation
        .answers()
        .forEach(
            (status, all) -> {
              ArrayNode names = examples.putArray(status.toString());
              all.stream().map(Example::name).forEach(names::add);
            });
  }

  /** The last calls, the oldest first. */
  @Get("/requests")
  byte[] requests() throws JsonProcessingException {
    ArrayNode calls = JSON.createArrayNode();
    for (Recording.Call call : recording.calls()) {
      ObjectNode shown = calls.addObject();
      shown.put("time", call.time().toString()).put("requestId", call.requestId());
      shown.put("method", call.method()).put("wireForm", call.wireForm());
      shown.put("operation", call.operation());
      call.prefer().forEach(shown.putArray("prefer")::add);
      shown.put("valid", call.valid());
      call.violations().forEach(shown.putArray("violations")::add);
      putBody(shown, call.body());
      shown.put("status", call.status());
    }
    return bytes(calls);
  }

  /** As JSON if it is JSON, else as text. */
  private static void putBody(ObjectNode shown, String body) {
    try {
      shown.set("body", body.isEmpty() ? null : JSON.readTree(body));
    } catch (JsonProcessingException e) {
      shown.put("body", body);
    }
  }

  /** Clears the recording. */
  @Delete("/requests")
  HttpResponse<?> clear() {
    recording.clear();
    return HttpResponse.noContent();
  }

  /** Back to the state after the start: no precheck, no recording, no fault counted. */
  @Post("/reset")
  HttpResponse<?> reset() {
    stories.reset();
    recording.clear();
    faults.reset();
    return HttpResponse.noContent();
  }

  private static byte[] bytes(Object tree) throws JsonProcessingException {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree);
  }
}
