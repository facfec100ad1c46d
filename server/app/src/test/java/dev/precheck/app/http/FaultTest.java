package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.precheck.app.run.Turncoat;
import dev.precheck.guard.Contract;
import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault of the server: the caller gets an id, the log has the rest under it, once. */
class FaultTest {

  @Test
  void theAnswerTellsNothingAndTheLogEverything(@TempDir Path directory) {
    try (TestService service = TestService.start(directory.resolve("data"))) {
      service.context().getBean(HikariDataSource.class).close();
      for (WireForm form : new WireForm[] {WireForm.PATH, WireForm.ACTION}) {
        try (LogCapture log = new LogCapture()) {
          Response response = service.api().call(form, "GetPreCheckResult", Map.of("id", "t_1"));

          assertThat(response.statusCode()).isEqualTo(500);
          assertThat(response.<String>path("code")).isEqualTo("INNER_ERROR");
          assertThat(response.<String>path("errorDetail.level")).isEqualTo("FATAL");
          assertThat(response.asString()).doesNotContainIgnoringCase("hikari", "exception", "jdbi");
          // Tasks of the queue may have their own say about the store.
          String id = response.path("requestId");
          assertThat(log.traces()).filteredOn(trace -> trace.contains(id)).hasSize(1);
        }
      }
    }
  }

  @Test
  void everyActionTellsOfAFault(@TempDir Path directory) {
    try (TestService service =
        TestService.start(directory.resolve("data"), Map.of("test.turncoat", true))) {
      service.context().getBean(Turncoat.class).turn();
      service.context().getBean(HikariDataSource.class).close();

      assertThat(statuses(service)).containsOnlyKeys(500);
    }
  }

  /** But that which does without the store. */
  @Test
  void everyActionTellsThatTheStoreIsAway(@TempDir Path directory) throws Exception {
    try (TestService service = TestService.start(directory.resolve("data"))) {
      HikariDataSource pool = service.context().getBean(HikariDataSource.class);
      List<Connection> all = new ArrayList<>();
      for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
        all.add(pool.getConnection());
      }

      assertThat(statuses(service))
          .containsOnlyKeys(200, 503)
          .containsEntry(200, List.of("ListCheckTypes"));

      for (Connection connection : all) {
        connection.close();
      }
    }
  }

  /** The actions by the status that they answer with, each held against the contract. */
  private static Map<Integer, List<String>> statuses(TestService service) {
    Map<Integer, List<String>> statuses = new ConcurrentHashMap<>();
    // All at once, for each may wait as long as a caller waits for a connection.
    ExecutorService callers = Executors.newCachedThreadPool();
    try {
      CompletableFuture.allOf(
              Contract.actions().stream()
                  .map(
                      action ->
                          CompletableFuture.runAsync(
                              () -> note(call(service, action), action.name(), statuses), callers))
                  .toArray(CompletableFuture[]::new))
          .join();
    } finally {
      callers.shutdown();
    }
    note(service.api().watch("?id=t_1", Map.of()), "WatchPreCheck", statuses);
    return statuses;
  }

  private static Response call(TestService service, Contract.Action action) {
    return service.api().call(WireForm.PATH, action.name(), action.body().toString());
  }

  private static void note(Response response, String action, Map<Integer, List<String>> statuses) {
    statuses
        .computeIfAbsent(response.statusCode(), status -> new CopyOnWriteArrayList<>())
        .add(action);
  }
}
