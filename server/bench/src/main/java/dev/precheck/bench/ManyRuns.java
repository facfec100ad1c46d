package dev.precheck.bench;

import dev.precheck.testkit.db.RunningDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Submits many prechecks to the nodes of one store and waits until all have ended. */
final class ManyRuns {

  private static final Pattern TIME = Pattern.compile("\"(submit|start)Time\":\"([^\"]+)\"");

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
    String plan = Accounts.plan(source, target, tables.schema());
    for (Api node : nodes) {
      node.awaitEnd(node.call("SubmitPreCheck", plan));
    }
    long begun = System.nanoTime();
    List<String> ids = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      ids.add(nodes.get(number % nodes.size()).call("SubmitPreCheck", plan));
    }
    for (String id : ids) {
      api.awaitEnd(id);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    List<Long> waits = new ArrayList<>();
    for (String id : ids) {
      waits.add(wait(api.send("GetPreCheckResult", "{\"id\":\"" + id + "\"}")));
    }
    return row(where, count, seconds, waits);
  }

  static String row(String where, int count, double seconds, List<Long> waits) {
    List<Long> sorted = waits.stream().sorted().toList();
    return "| %s | %.1f | %.1f | %d ms | %d ms |"
        .formatted(
            where,
            seconds,
            count / seconds,
            sorted.get(sorted.size() / 2),
            sorted.get(sorted.size() - 1));
  }

  /** From the submission to the start of the first item, in milliseconds. */
  private static long wait(String result) {
    Matcher times = TIME.matcher(result);
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
