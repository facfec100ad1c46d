package dev.precheck.app.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What a user of the service does: creates both data sources, submits a plan, asks for the result
 * until it is there.
 */
public final class DemoRun {

  private static final Set<String> FINAL = Set.of("FINISHED", "FAILED", "SKIPPED");
  private static final int MILLIS_BETWEEN_QUESTIONS = 50;
  private static final int MOST_QUESTIONS = 60_000 / MILLIS_BETWEEN_QUESTIONS;

  private final DemoClient client;

  public DemoRun(URI service) {
    client = new DemoClient(service);
  }

  /** Creates a data source and returns its id. */
  public String create(String name, String database, String password)
      throws IOException, InterruptedException {
    ObjectNode request =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", name)
            .put("type", "H2")
            .put("host", "localhost")
            .put("database", database)
            .put("userName", DemoDatabases.READER)
            .put("password", password);
    return client.call("CreateDataSource", request.toString()).asText();
  }

  /** The demo's plan for these two data sources, as JSON. */
  public static String plan(String sourceId, String targetId) {
    return Resources.text("plan.json").replace("SOURCE", sourceId).replace("TARGET", targetId);
  }

  /** Submits a plan and returns the precheck's id. */
  public String submit(String plan) throws IOException, InterruptedException {
    return client.call("SubmitPreCheck", plan).asText();
  }

  /**
   * Asks until the precheck has ended.
   *
   * @param progress hears of every answer's progress, 0 to 100
   * @return the {@code data} of the last answer
   * @throws IllegalStateException if it has not ended after a minute
   */
  public JsonNode follow(String id, Consumer<Double> progress)
      throws IOException, InterruptedException {
    String request = JsonNodeFactory.instance.objectNode().put("id", id).toString();
    for (int question = 0; question < MOST_QUESTIONS; question++) {
      JsonNode result = client.call("GetPreCheckResult", request);
      progress.accept(result.path("progress").asDouble());
      if (FINAL.contains(result.path("preCheckStatus").asText())) {
        return result;
      }
      boolean unused = new CountDownLatch(1).await(MILLIS_BETWEEN_QUESTIONS, TimeUnit.MILLISECONDS);
    }
    throw new IllegalStateException("The demo's precheck " + id + " does not end");
  }
}
