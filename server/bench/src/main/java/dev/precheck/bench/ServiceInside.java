package dev.precheck.bench;

import dev.precheck.app.run.Submission;
import dev.precheck.app.run.Submissions;
import dev.precheck.testkit.db.RunningDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;

/** The service in this process. What is measured goes past HTTP, straight to queue and store. */
final class ServiceInside implements Way {

  private static final long LONGEST_SECONDS = 600;
  private static final long LOOK_MILLIS = 10;

  private final String name;
  private final EmbeddedServer server;
  private final Submissions submissions;
  private final Jdbi store;
  private final Submission submission;

  private ServiceInside(String name, EmbeddedServer server, Submission submission) {
    this.name = name;
    this.server = server;
    ApplicationContext context = server.getApplicationContext();
    this.submissions = context.getBean(Submissions.class);
    this.store = context.getBean(Jdbi.class);
    this.submission = submission;
  }

  /**
   * Starts it.
   *
   * @param data its data directory
   * @param more where its store is
   */
  static ServiceInside start(
      String name, RunningDatabase database, ManyTables tables, Path data, Map<String, String> more)
      throws IOException, InterruptedException {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("micronaut.server.port", -1);
    settings.put("precheck.data-dir", data.toString());
    settings.put("precheck.network.loopback", true);
    settings.put("precheck.auth", "off");
    settings.put("precheck.runs.concurrent", AT_A_TIME);
    settings.put("precheck.runs.queue", 100_000);
    settings.put("precheck.runs.per-endpoint", 100);
    EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, settings);
    Api api = new Api(server.getPort());
    String source =
        api.call("CreateDataSource", Accounts.dataSource(database, "source", database.host()));
    String sink =
        api.call("CreateDataSource", Accounts.dataSource(database, "target", "localhost"));
    String plan = Accounts.plan(source, sink, tables);
    // Also shows that this plan is one, and that it passes.
    api.awaitEnd(api.call("SubmitPreCheck", plan));
    return new ServiceInside(
        name,
        server,
        new Submission("default", Optional.of("bench"), plan, source, sink, Optional.empty()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public double seconds(int count) throws IOException, InterruptedException {
    int before = ended();
    long begun = System.nanoTime();
    for (int number = 0; number < count; number++) {
      submissions.submit(submission, Optional.empty());
    }
    while (ended() < before + count) {
      if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(LONGEST_SECONDS)) {
        throw new IOException("The prechecks did not end.");
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (count("status = 'FAILED'") > 0) {
      throw new IOException("The prechecks were to find nothing, and some have failed.");
    }
    if (count("status = 'FINISHED'") != before + count) {
      throw new IOException("There are more prechecks than were submitted.");
    }
    return seconds;
  }

  private int ended() {
    return count("finished_at is not null");
  }

  private int count(String which) {
    return store.withHandle(
        handle ->
            handle
                .createQuery("select count(*) from precheck where " + which)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public void close() {
    server.close();
    server.getApplicationContext().close();
  }
}
