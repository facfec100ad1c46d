package dev.precheck.bench;

import dev.precheck.testkit.db.RunningDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Submits prechecks to the nodes of one store: some one after the other, then many at once, and
 * waits until all have ended.
 */
final class ManyRuns {

  private static final Pattern TIME = Pattern.compile("\"(submit|start)Time\":\"([^\"]+)\"");

  private static final int CALLERS = 8;

  private final List<Api> nodes;
  private final RunningDatabase server;
  private final ManyTables tables;

  ManyRuns(List<Api> nodes, RunningDatabase server, ManyTables tables) {
    this.nodes = nodes;
    this.server = server;
    this.tables = tables;
  }

  /** A row of the table. */
  String run(String where, int count) throws IOException, InterruptedException {
    Api api = nodes.get(0);
    String source =
        api.call("CreateDataSource", Accounts.dataSource(server, "source", server.host()));
    String target =
        api.call("CreateDataSource", Accounts.dataSource(server, "target", "localhost"));
    String plan = Accounts.plan(source, target, tables);
    for (Api node : nodes) {
      node.awaitEnd(node.call("SubmitPreCheck", plan));
    }
    List<Long> quiet = new ArrayList<>();
    for (int number = 0; number < Waits.QUIET; number++) {
      Api node = nodes.get(number % nodes.size());
      String id = node.call("SubmitPreCheck", plan);
      node.awaitEnd(id);
      quiet.add(waitOf(node, id));
    }
    long begun = System.nanoTime();
    List<String> ids = submitAll(plan, count);
    for (String id : ids) {
      api.awaitEnd(id);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    List<Long> busy = new ArrayList<>();
    for (String id : ids) {
      busy.add(waitOf(api, id));
    }
    return new Waits(where, count, seconds, quiet, busy).row();
  }

  private List<String> submitAll(String plan, int count) throws IOException, InterruptedException {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Callable<String>> calls = new ArrayList<>();
      for (int number = 0; number < count; number++) {
        Api node = nodes.get(number % nodes.size());
        calls.add(() -> node.call("SubmitPreCheck", plan));
      }
      List<String> ids = new ArrayList<>();
      for (Future<String> call : callers.invokeAll(calls)) {
        ids.add(call.get());
      }
      return ids;
    } catch (ExecutionException e) {
      throw new IOException("A submission failed", e);
    } finally {
      callers.shutdownNow();
    }
  }

  /** From the submission to the start of the first item, in milliseconds. */
  private static long waitOf(Api node, String id) throws IOException, InterruptedException {
    Matcher times = TIME.matcher(node.send("GetPreCheckResult", "{\"id\":\"" + id + "\"}"));
    Instant submitted = Instant.MAX;
    Instant first = Instant.MAX;
    while (times.find()) {
      Instant time = Instant.parse(times.group(2));
      if (times.group(1).equals("submit")) {
        submitted = time;
      } else if (time.isBefore(first)) {
        first = time;
      }
    }
    return Duration.between(submitted, first).toMillis();
  }
}
