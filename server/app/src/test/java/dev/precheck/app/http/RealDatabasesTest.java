package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.testkit.db.BlackHole;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole chain on real servers, from the call to the result. */
class RealDatabasesTest {

  private static TestService service;
  private static Api api;

  @BeforeAll
  static void start(@TempDir Path directory) {
    service =
        TestService.start(directory.resolve("data"), Map.of("precheck.deadlines.connect", "2s"));
    api = service.api();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @EachDatabase({
    TestDatabase.POSTGRESQL_18,
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MYSQL_5_7,
    TestDatabase.MARIADB_11_4
  })
  void faultsOfARealSourceAreFound(TestDatabase database) {
    RunningDatabase server = database.start();
    RunningDatabase target = TestDatabase.POSTGRESQL_18.start();
    String from = server.freshSchema("app_from");
    String to = target.freshSchema("app_to");
    server.execute(
        "create table " + from + ".orders (id int primary key)",
        "create table " + from + ".clicks (at int)");
    target.execute(
        "create table " + to + ".orders (id int primary key)",
        "insert into " + to + ".orders values (1)");
    String source = create(server, database + "-source", "127.0.0.1");
    String sink = create(target, database + "-sink", "localhost");

    Response test = api.ok("TestDataSource", Map.of("id", source));
    assertThat(test.<Boolean>path("data.master.connected")).isTrue();
    assertThat(test.<String>path("data.master.endpoint.version")).isNotBlank();
    assertThat(api.ok("DescribeDataSource", Map.of("id", source)).<String>path("data.version"))
        .isEqualTo(test.path("data.master.endpoint.version"));

    Response result =
        ended(
            api.id(
                "SubmitPreCheck",
                Bodies.plan(source, sink, Bodies.tables(from, to, "orders", "clicks", "gone"))));

    assertThat(result.<String>path("data.projectStatus")).isEqualTo("FAILED");
    assertThat(status(result, "RDB_CONNECT")).containsExactly("PASSED", "PASSED");
    assertThat(status(result, "RDB_TABLE_EXIST")).contains("FAILED");
    assertThat(status(result, "RDB_TARGET_TABLE_EMPTY")).containsExactly("FAILED");
    assertThat(result.<Integer>path("data.verdictCounts.undetermined")).isZero();
  }

  @Test
  void anAddressThatSwallowsEverythingEndsWithinItsDeadline() throws IOException {
    try (BlackHole hole = BlackHole.unreachable()) {
      String id = api.id("CreateDataSource", mysql("hole", hole.host(), hole.port(), "shop", "u"));

      Response test = api.ok("TestDataSource", Map.of("id", id));

      assertThat(test.<Boolean>path("data.master.connected")).isFalse();
      assertThat(test.<String>path("data.master.stage")).isEqualTo("TCP");
    }
  }

  @Test
  void nothingThatIsTypedReachesADriverAsAnOption() {
    RunningDatabase server = TestDatabase.POSTGRESQL_18.start();
    Map<String, Object> postgresql = body(server, "odd-database", server.host());
    postgresql.put("database", "a?socketFactory=java.lang.Runtime&ssl=false");
    assertThat(test(postgresql))
        .containsEntry("connected", false)
        .containsEntry("stage", "DATABASE");

    Map<String, Object> user = body(server, "odd-user", server.host());
    user.put("userName", "u&socketFactory=java.lang.Runtime;INIT=x");
    assertThat(test(user)).containsEntry("connected", false).containsEntry("stage", "AUTH");

    RunningDatabase mariadb = TestDatabase.MARIADB_11_4.start();
    Map<String, Object> mysql = body(mariadb, "odd-mysql", mariadb.host());
    mysql.put("database", "a?allowLoadLocalInfile=true&x=");
    assertThat(test(mysql)).containsEntry("connected", false).containsEntry("stage", "DATABASE");
  }

  private static Map<String, Object> test(Map<String, Object> dataSource) {
    String id = api.id("CreateDataSource", dataSource);
    return api.ok("TestDataSource", Map.of("id", id)).path("data.master");
  }

  private static String create(RunningDatabase server, String name, String host) {
    return api.id("CreateDataSource", body(server, name, host));
  }

  private static Map<String, Object> body(RunningDatabase server, String name, String host) {
    var spec = server.superuser();
    Map<String, Object> body =
        mysql(
            name,
            host,
            server.port(),
            spec.endpoint().database().orElse(null),
            spec.endpoint().user());
    body.put("type", server.engine().id());
    body.put("password", spec.password().orElseThrow().reveal());
    body.put("tlsMode", "DISABLE");
    return body;
  }

  private static Map<String, Object> mysql(
      String name,
      String host,
      int port,
      @org.jspecify.annotations.Nullable String database,
      String user) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", name);
    body.put("type", "MYSQL");
    body.put("host", host);
    body.put("port", port);
    body.put("database", database);
    body.put("userName", user);
    return body;
  }

  private static List<String> status(Response result, String checkType) {
    return result.path(
        "data.preCheckResults.findAll { it.checkType == '" + checkType + "' }.status");
  }

  private static Response ended(String id) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> api.ok("GetPreCheckResult", Map.of("id", id)),
            result -> result.path("data.finishTime") != null);
  }
}
