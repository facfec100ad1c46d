package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.wire.WireForm;
import dev.precheck.wire.error.ErrorCode;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What callers can do wrong: each is told what, where and what to do, and none makes noise. */
class BadInputTest {

  private static TestService service;
  private static Api api;
  private LogCapture log;

  @BeforeAll
  static void start(@TempDir Path directory) {
    service = TestService.start(directory.resolve("data"));
    api = service.api();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void listen() {
    log = new LogCapture();
  }

  @AfterEach
  void nothingWasLogged() {
    log.close();
    assertThat(log.traces()).isEmpty();
    assertThat(log.lines()).noneMatch(line -> line.startsWith("ERROR") || line.startsWith("WARN"));
  }

  static Stream<BadBody> refusedBodies() {
    return BadBody.all();
  }

  @ParameterizedTest
  @MethodSource("refusedBodies")
  void refusedBodiesAreExplainedInBothForms(BadBody bad) {
    for (WireForm form : List.of(WireForm.PATH, WireForm.ACTION)) {
      Response response = api.call(form, bad.action(), bad.body());

      assertThat(response.statusCode()).isEqualTo(form == WireForm.PATH ? 400 : 200);
      assertThat(response.<String>path("code")).isEqualTo("PARAM_ERROR");
      assertThat(response.<String>path("errorDetail.violations[0].pointer"))
          .isEqualTo(bad.pointer());
      assertThat(response.<String>path("errorDetail.violations[0].message"))
          .contains(bad.sentence());
      assertThat(response.<String>path("message")).contains(bad.sentence());
    }
  }

  @Test
  void allFaultsAreToldAtOnce() {
    Response response =
        api.call(
            "CreateDataSource",
            Map.of("name", "a b", "type", "X", "host", "?", "port", 0, "userName", ""));

    assertThat(response.<String>path("message"))
        .startsWith("The request has 5 faults. The first: ");
    assertThat(response.<List<String>>path("errorDetail.violations.pointer"))
        .containsExactlyInAnyOrder("/name", "/type", "/host", "/port", "/userName");
  }

  @Test
  void misspeltMembersAreRefusedOnThePathFormAndIgnoredOnTheOther() {
    String body = "{\"idd\": 1, \"id\": \"t_1\", \"a,b~/ü\\r\\n\": 2}";

    Response path = api.call(WireForm.PATH, "GetPreCheckResult", body);
    assertThat(path.statusCode()).isEqualTo(400);
    assertThat(path.<List<String>>path("errorDetail.violations.message"))
        .contains("unknown member; did you mean `id`?");
    assertThat(path.<String>path("advice")).contains("typo");

    Response action = api.call(WireForm.ACTION, "GetPreCheckResult", body);
    assertThat(action.<String>path("code")).isEqualTo("PRECHECK_NOT_FOUND");
    assertThat(action.header("X-Precheck-Ignored-Members"))
        .isEqualTo("/idd,/a%2Cb~0~1%C3%BC%0D%0A");
  }

  @Test
  void membersDeepInAPlanAreLookedAtToo() {
    String mapping =
        "{\"mode\": \"SPECIFIC\", \"databases\": [{\"name\": \"d\","
            + " \"tables\": [{\"name\": \"t\", \"mapedName\": \"u\"}]}]}";

    Response response = api.call(WireForm.PATH, "SubmitPreCheck", BadBody.plan(mapping));

    assertThat(response.<String>path("message"))
        .isEqualTo(
            "/transferMapping/databases/0/tables/0/mapedName: unknown member; did you mean"
                + " `mappedName`?");
  }

  @Test
  void manyFaultsInALargeBodyCostNoMoreThanOne() {
    String body = "{\"labelIds\": [" + "1,".repeat(2_000_000) + "1]}";

    Response response = api.call(WireForm.PATH, "SubmitPreCheck", body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.<List<Object>>path("errorDetail.violations")).hasSize(1);
  }

  @Test
  void bodiesAboveTheLimitAreRefusedHoweverTheyCome() {
    String body = "{\"id\": \"" + " ".repeat(10_000_000) + "\"}";
    for (WireForm form : List.of(WireForm.PATH, WireForm.ACTION)) {
      Response whole = api.call(form, "GetPreCheckResult", body);
      assertThat(whole.statusCode()).isEqualTo(413);
      assertThat(whole.<String>path("code")).isEqualTo("BODY_TOO_LARGE");
      assertThat(whole.<String>path("message")).contains("8 MB (8,388,608 bytes)");
    }
  }

  @Test
  void otherTypesThanJsonAreRefused() {
    for (WireForm form : List.of(WireForm.PATH, WireForm.ACTION)) {
      Response text =
          Api.send(api.request().contentType("text/plain").body("{}"), form, "ListDataSource");
      assertThat(text.statusCode()).isEqualTo(415);
      assertThat(text.<String>path("message"))
          .isEqualTo("The content type `text/plain` is not supported; application/json is.");
      ContractCheck.exchange(form, "ListDataSource", "{}", text);
    }
  }

  @Test
  void unknownActionsNameThoseThatMayBeMeant() {
    Response path = api.call(WireForm.PATH, "GetPrecheckResults", "{}");
    assertThat(path.statusCode()).isEqualTo(404);
    assertThat(path.<String>path("code")).isEqualTo(ErrorCode.UNKNOWN_ACTION.name());
    assertThat(path.<String>path("message"))
        .isEqualTo(
            "There is no action `GetPrecheckResults`. Did you mean GetPreCheckResult or"
                + " GetPreCheckVerdict?");

    Response action = api.call(WireForm.ACTION, "Nonsense", "{}");
    assertThat(action.statusCode()).isEqualTo(200);
    assertThat(action.<String>path("message")).isEqualTo("There is no action `Nonsense`.");
  }

  @Test
  void methodsAndAnswersThatDoNotExistAreRefused() {
    Response get = api.request().get("/api/v2/GetPreCheckResult");
    assertThat(get.statusCode()).isEqualTo(405);
    assertThat(get.header("Allow")).isEqualTo("POST");
    ContractCheck.exchange(WireForm.PATH, "GetPreCheckResult", "", get);

    Response html =
        api.request()
            .contentType("application/json")
            .accept("text/html")
            .body("{\"id\": \"t_1\"}")
            .post("/api/v2/GetPreCheckResult");
    assertThat(html.statusCode()).isEqualTo(406);
    ContractCheck.exchange(WireForm.PATH, "GetPreCheckResult", "", html);

    Response elsewhere = api.request().get("/nowhere");
    assertThat(elsewhere.statusCode()).isEqualTo(404);
    assertThat(elsewhere.<String>path("message")).isEqualTo("There is nothing at `/nowhere`.");
  }

  @Test
  void idsThatLeadNowhere() {
    for (String action :
        List.of("DescribeDataSource", "DeleteDataSource", "TestDataSource", "UpdateDataSource")) {
      Response response = api.call(WireForm.PATH, action, "{\"id\": \"e_nobody\"}");
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.<String>path("message"))
          .isEqualTo("There is no data source with the id `e_nobody`.");
      assertThat(api.call(WireForm.ACTION, action, "{\"id\": \"e_nobody\"}").statusCode())
          .isEqualTo(200);
    }
  }
}
