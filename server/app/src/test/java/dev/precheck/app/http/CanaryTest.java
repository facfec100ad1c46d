package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import dev.precheck.app.Canary;
import dev.precheck.engine.ClientCertificate;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.testkit.db.BlackHole;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestCertificates;
import dev.precheck.testkit.db.TestDatabase;
import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * The password is used against real servers, rightly and wrongly, and is then looked for in
 * everything that the service has ever written.
 */
class CanaryTest {

  private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

  /** Everything that was answered, by what was asked. */
  private final Map<String, String> answers = new LinkedHashMap<>();

  private final ClientCertificate shown = TestCertificates.get().client();
  private final String keyLine = shown.key().reveal().lines().skip(2).findFirst().orElseThrow();

  CanaryTest() throws IOException {}

  @EachDatabase({
    TestDatabase.POSTGRESQL_18,
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4
  })
  void thePasswordIsNowhereToBeFound(TestDatabase database, @TempDir Path directory)
      throws Exception {
    Path data = directory.resolve("data");
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    // What goes to the terminal is the same, and at this level it is a flood.
    Appender<ILoggingEvent> terminal = root.getAppender("STDERR");
    root.detachAppender(terminal);
    List<String> logged;
    List<String> told;
    try (LogCapture log = new LogCapture();
        WebhookReceiver receiver = new WebhookReceiver();
        BlackHole silent = BlackHole.silent();
        TestService service = TestService.start(data, settings(receiver))) {
      root.setLevel(Level.TRACE);
      use(service.api(), database.start(), silent);
      await().atMost(Duration.ofSeconds(30)).until(() -> !receiver.received().isEmpty());
      told = receiver.received().stream().map(Object::toString).toList();
      logged = log.lines();
    } finally {
      root.setLevel(before);
      root.addAppender(terminal);
    }
    answers.forEach((asked, answer) -> assertThat(found(answer)).as(asked).isEmpty());
    assertThat(logged).anyMatch(line -> line.startsWith("TRACE"));
    assertThat(found(String.join("\n", logged))).as("the log").isEmpty();
    assertThat(told).allSatisfy(body -> assertThat(found(body)).isEmpty());
    try (Stream<Path> files = Files.walk(data)) {
      assertThat(files.filter(Files::isRegularFile))
          // What is not secret can be read there, so a secret could, too.
          .anyMatch(file -> text(file).contains("PATH-wrong"))
          .allSatisfy(file -> assertThat(Canary.in(file)).as(file.toString()).isEmpty())
          .allSatisfy(file -> assertThat(found(text(file))).as(file.toString()).isEmpty());
    }
    assertThat(answers.values()).anyMatch(answer -> answer.contains("CONNECT_AUTH"));
    assertThat(told).anyMatch(body -> body.contains("precheck.finished"));
  }

  /** The password in any spelling, and a line out of the private key. */
  private List<String> found(String text) {
    List<String> found = new ArrayList<>(Canary.in(text));
    if (text.contains(keyLine)) {
      found.add(keyLine);
    }
    return found;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> settings(WebhookReceiver receiver) {
    return Map.of(
        "precheck.deadlines.connect",
        "3s",
        "precheck.webhook.url",
        receiver.url("/hook"),
        "precheck.webhook.secret",
        SECRET);
  }

  private void use(Api api, RunningDatabase server, BlackHole silent) {
    String schema = server.freshSchema("canary");
    server.execute("create table " + schema + ".t (id int)");
    ConnectionSpec right = server.createUser(server.fresh("canary"), Canary.PASSWORD);
    ConnectionSpec wrong = server.createUser(server.fresh("canary"), "another");
    for (WireForm form : WireForm.values()) {
      Map<String, Object> body = body(form + "-right", server, right);
      List<String> ids = new ArrayList<>();
      ids.add(create(api, form, body));
      ids.add(create(api, form, body(form + "-wrong", server, wrong)));
      ids.add(create(api, form, with(body(form + "-db", server, right), "database", "none")));
      ids.add(
          create(api, form, with(body(form + "-silent", server, right), "port", silent.port())));
      ids.add(create(api, form, with(body(form + "-refused", server, right), "port", 1)));
      ids.add(
          create(api, form, with(body(form + "-tls", server, right), "tlsMode", "VERIFY_FULL")));
      ids.add(create(api, form, with(body(form + "-name", server, right), "host", "no.invalid")));
      Map<String, Object> certified =
          with(body(form + "-shown", server, right), "tlsMode", "REQUIRE");
      certified.put("clientCertificate", shown.chain());
      certified.put("clientKey", shown.key().reveal());
      ids.add(create(api, form, certified));
      say(
          "no certificate",
          api.call(form, "CreateDataSource", with(certified, "clientCertificate", "x")));
      say(
          "no key",
          api.call(
              form, "CreateDataSource", with(certified, "clientKey", "x" + shown.key().reveal())));
      faults(api, form, body, ids.get(0));
      ids.forEach(id -> data(api, form, id));
      String sink =
          create(api, form, with(body(form + "-sink", server, right), "host", "localhost"));
      // A run does not know how it was asked for; two are enough to see the other form's answers.
      for (String id : form == WireForm.PATH ? ids : ids.subList(0, 2)) {
        run(api, form, id, sink, schema);
      }
      for (String action : List.of("ListDataSource", "ListPreChecks", "ListProjects")) {
        say(form + action, api.call(form, action, Map.of()));
      }
    }
    for (String path : List.of("/health", "/metrics", "/prometheus", "/beans", "/env", "/docs")) {
      say(path, api.request().get(path));
    }
  }

  /** Bodies that are refused, and with them what they hold. */
  private void faults(Api api, WireForm form, Map<String, Object> body, String id) {
    say("taken", api.call(form, "CreateDataSource", body));
    say("unknown", api.call(form, "CreateDataSource", with(body, "pasword", Canary.PASSWORD)));
    say(
        "typed",
        api.call(form, "CreateDataSource", with(body, "password", List.of(Canary.PASSWORD))));
    say(
        "long",
        api.call(form, "CreateDataSource", with(body, "password", Canary.PASSWORD.repeat(50))));
    say("broken", api.call(form, "CreateDataSource", Json.text(body) + "x"));
    say(
        "cut",
        api.call(
            form, "CreateDataSource", Json.text(Map.of("p", Canary.PASSWORD)).substring(0, 15)));
    say(
        "update",
        api.call(
            form, "UpdateDataSource", Map.of("id", id, "password", Canary.PASSWORD, "port", 0)));
    Map<String, Object> oms = new HashMap<>();
    oms.put("name", form + "-oms");
    oms.put("type", "VPC");
    oms.put("ip", "127.0.0.1");
    oms.put("userName", "u");
    oms.put("password", Canary.PASSWORD);
    say("plain", api.call(form, "CreateMySqlDataSource", oms));
    byte[] bytes = Canary.PASSWORD.getBytes(StandardCharsets.UTF_8);
    oms.put("password", Base64.getEncoder().encodeToString(bytes));
    say("oms", api.call(form, "CreateMySqlDataSource", oms));
  }

  private void data(Api api, WireForm form, String id) {
    for (String action : List.of("DescribeDataSource", "TestDataSource")) {
      say(form + action + id, api.call(form, action, Map.of("id", id)));
    }
    say("updated " + id, api.call(form, "UpdateDataSource", Map.of("id", id, "description", "n")));
  }

  private void run(Api api, WireForm form, String source, String sink, String schema) {
    Map<String, Object> plan =
        Bodies.plan(source, sink, Bodies.tables(schema, schema, "t", "gone"));
    String id = api.call(form, "SubmitPreCheck", plan).path("data");
    say(
        "watch " + id,
        api.request()
            .queryParam("id", id)
            .accept("text/event-stream")
            .get("/api/v2/WatchPreCheck"));
    Response result =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(
                () -> api.call(form, "GetPreCheckResult", Map.of("id", id)),
                r -> r.path("data.finishTime") != null);
    say("result " + id, result);
    say(
        "findings " + id,
        api.call(form, "ListPreCheckFindings", Map.of("id", id, "pageSize", 100)));
    say(
        "evidence " + id,
        api.call(form, "ListPreCheckEvidence", Map.of("id", id, "pageSize", 100)));
    say("verdict " + id, api.call(form, "GetPreCheckVerdict", Map.of("id", id)));
    say(
        "script " + id,
        api.call(form, "GetPreCheckFixScript", Map.of("id", id, "endpointType", "SOURCE")));
    say("compare " + id, api.call(form, "ComparePreChecks", Map.of("id", id, "baseId", id)));
    say("stop " + id, api.call(form, "StopPreCheck", Map.of("id", id)));
  }

  private String create(Api api, WireForm form, Map<String, Object> body) {
    Response response = api.call(form, "CreateDataSource", body);
    say("create " + body.get("name"), response);
    return response.path("data");
  }

  private static Map<String, Object> with(Map<String, Object> body, String member, Object value) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.put(member, value);
    return changed;
  }

  private static Map<String, Object> body(
      String name, RunningDatabase server, ConnectionSpec account) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", name);
    body.put("type", server.engine().id());
    body.put("host", server.host());
    body.put("port", server.port());
    account.endpoint().database().ifPresent(database -> body.put("database", database));
    body.put("userName", account.endpoint().user());
    body.put("password", Canary.PASSWORD);
    body.put("tlsMode", "DISABLE");
    return body;
  }

  private void say(String asked, Response response) {
    answers.put(asked + " " + answers.size(), response.headers() + response.asString());
  }
}
