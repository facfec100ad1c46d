package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.app.store.Access;
import dev.precheck.app.store.DataSources;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data source whose password is not stored. */
class PasswordReferenceTest {

  private final RunningDatabase server = TestDatabase.POSTGRESQL_18.start();
  private Path file;
  private Path open;
  private TestService service;
  private Api api;

  @BeforeEach
  void start(@TempDir Path directory) throws Exception {
    open = Files.createDirectory(directory.resolve("open"));
    file = Files.writeString(open.resolve("shop"), password() + "\n");
    service =
        TestService.start(
            directory.resolve("data"),
            Map.of(
                "precheck.secrets.file-directory",
                open,
                "precheck.secrets.env-prefix",
                "PRECHECK_NO_SUCH_"));
    api = service.api();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private String password() {
    return server.superuser().password().orElseThrow().reveal();
  }

  @Test
  void thePasswordIsFetchedWhenItIsNeededAndStoredNowhere() throws Exception {
    String id = api.id("CreateDataSource", body("shop", null, "file:" + file));

    assertThat(api.ok("TestDataSource", Map.of("id", id)).<Boolean>path("data.master.connected"))
        .isTrue();
    Access stored = service.context().getBean(DataSources.class).get(id).access();
    assertThat(stored.password()).isEmpty();
    assertThat(stored.passwordReference()).contains("file:" + file);
    Response described = api.ok("DescribeDataSource", Map.of("id", id));
    assertThat(described.<Boolean>path("data.hasPassword")).isFalse();
    assertThat(described.<String>path("data.passwordReference")).isEqualTo("file:" + file);

    Files.writeString(file, "wrong");
    assertThat(api.ok("TestDataSource", Map.of("id", id)).<String>path("data.master.stage"))
        .isEqualTo("AUTH");
  }

  @Test
  void whatCannotBeFetchedFailsTheConnectionAndSaysWhatToDo() throws Exception {
    String schema = server.freshSchema("referred");
    String source = api.id("CreateDataSource", body("shop", null, "file:" + file));
    String sink = api.id("CreateDataSource", elsewhere("store", "env:PRECHECK_NO_SUCH_VARIABLE"));
    Files.delete(file);

    Response test = api.ok("TestDataSource", Map.of("id", source));
    assertThat(test.<String>path("data.master.stage")).isEqualTo("SECRET");
    assertThat(test.<String>path("data.master.diagnoseMessage"))
        .contains("There is no file " + file + ". Put the password there.");

    String id =
        api.id("SubmitPreCheck", Bodies.plan(source, sink, Bodies.tables(schema, schema, "t")));
    Response result =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(
                () -> api.ok("GetPreCheckResult", Map.of("id", id)),
                r -> r.path("data.finishTime") != null);
    assertThat(
            result.<List<String>>path(
                "data.preCheckResults.findAll { it.checkType == 'RDB_CONNECT' }.code"))
        .containsExactly("CONNECT_SECRET", "CONNECT_SECRET");
    assertThat(result.asString())
        .contains("There is no environment variable PRECHECK_NO_SUCH_VARIABLE.");
  }

  @Test
  void whatTheOperatorHasNotOpenedIsRefusedInBothForms() {
    for (WireForm form : WireForm.values()) {
      for (String reference :
          List.of("env:PATH", "file:/etc/passwd", "file:" + open + "/../x", "vault:x")) {
        Response refused = api.call(form, "CreateDataSource", body("shop", null, reference));

        assertThat(refused.<String>path("code")).isEqualTo("PARAM_ERROR");
        assertThat(refused.<String>path("errorDetail.violations[0].pointer"))
            .isEqualTo("/passwordReference");
      }
    }
    Response both = api.call("CreateDataSource", body("shop", "canary", "file:" + file));
    assertThat(both.<String>path("errorDetail.violations[0].message"))
        .contains("given beside a password");
  }

  @Test
  void passwordAndReferenceTakeEachOthersPlace() {
    String id = api.id("CreateDataSource", body("shop", "canary", null));

    state(id, true, null);
    update(id, "passwordReference", "file:" + file);
    state(id, false, "file:" + file);
    update(id, "description", "A note.");
    state(id, false, "file:" + file);
    update(id, "password", "canary");
    state(id, true, null);
    update(id, "passwordReference", "");
    state(id, true, null);
    update(id, "passwordReference", "file:" + file);
    update(id, "passwordReference", "");
    state(id, false, null);
    Response refused =
        api.call("UpdateDataSource", Map.of("id", id, "passwordReference", "env:PATH"));
    assertThat(refused.<String>path("code")).isEqualTo("PARAM_ERROR");
  }

  private void update(String id, String member, String value) {
    api.ok("UpdateDataSource", Map.of("id", id, member, value));
  }

  private void state(String id, boolean stored, @Nullable String reference) {
    Response described = api.ok("DescribeDataSource", Map.of("id", id));
    assertThat(described.<Boolean>path("data.hasPassword")).isEqualTo(stored);
    assertThat(described.<String>path("data.passwordReference")).isEqualTo(reference);
  }

  private Map<String, Object> elsewhere(String name, String reference) {
    Map<String, Object> body = body(name, null, reference);
    body.put("host", "localhost");
    return body;
  }

  private Map<String, Object> body(
      String name, @Nullable String password, @Nullable String reference) {
    ConnectionSpec spec = server.superuser();
    Map<String, Object> body = new HashMap<>();
    body.put("name", name);
    body.put("type", "POSTGRESQL");
    body.put("host", server.host());
    body.put("port", server.port());
    body.put("database", spec.endpoint().database().orElseThrow());
    body.put("userName", spec.endpoint().user());
    body.put("password", password);
    body.put("passwordReference", reference);
    body.put("tlsMode", "DISABLE");
    return body;
  }
}
