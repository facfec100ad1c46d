package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precheck.app.identity.AccessRole;
import dev.precheck.app.store.StoreKind;
import dev.precheck.guard.Contract;
import dev.precheck.wire.ActionRules;
import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every action of the contract, as every role, on what is one's own and on what is another
 * tenant's, in both forms.
 */
@ParameterizedClass
@EnumSource
class AuthorizationTest {

  private static final List<WireForm> FORMS = List.of(WireForm.PATH, WireForm.ACTION);

  private static Guarded guarded;
  private static Estate acme;
  private static Estate other;

  AuthorizationTest(StoreKind kind) {
    // The service is started for all tests of a kind, below.
  }

  @BeforeParameterizedClassInvocation
  static void start(StoreKind kind, @TempDir Path directory) throws SQLException {
    guarded =
        new Guarded(
            kind,
            directory.resolve("data"),
            Map.of("precheck.access.requests-per-second", 100_000));
    acme = new Estate(guarded, "acme");
    other = new Estate(guarded, "other");
  }

  @AfterParameterizedClassInvocation
  static void stop() throws SQLException {
    guarded.close();
    acme.close();
    other.close();
  }

  static Stream<Arguments> rolesOfActions() {
    return Contract.actions().stream()
        .flatMap(action -> Stream.of(AccessRole.values()).map(role -> Arguments.of(action, role)));
  }

  @ParameterizedTest
  @MethodSource
  void rolesOfActions(Contract.Action action, AccessRole role) throws IOException {
    boolean may = role.covers(needed(action));
    for (WireForm form : FORMS) {
      // Nothing there has this id, so whoever may call changes nothing.
      Response answer =
          guarded.call(form, acme.token(role), action.name(), body(action, "nowhere").toString());

      if (may) {
        assertThat(answer.statusCode()).isNotIn(401, 403);
      } else {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Json.read(answer).path("code").asText()).isEqualTo("FORBIDDEN");
        assertThat(Json.read(answer).path("message").asText())
            .contains(action.name() + " needs the role " + rules(action).requiredRole());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("actions")
  void nobodyIsAnsweredWithoutCredentials(Contract.Action action) {
    for (WireForm form : FORMS) {
      Response answer = guarded.service().api().call(form, action.name(), action.body().toString());
      assertThat(answer.statusCode()).isEqualTo(401);
    }
  }

  static Stream<Contract.Action> actions() {
    return Contract.actions().stream();
  }

  static Stream<Contract.Action> referring() {
    return actions().filter(action -> !rules(action).references().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("referring")
  void whatIsAnothersIsAsIfItHadNeverBeen(Contract.Action action) throws IOException {
    for (WireForm form : FORMS) {
      for (Map.Entry<String, String> reference : rules(action).references().entrySet()) {
        String foreign = acme.id(reference.getValue());
        ObjectNode own = body(action, other);
        own.put(reference.getKey(), foreign);
        JsonNode answer = asOther(form, action, own);
        own.put(reference.getKey(), "x_nobody12345");
        JsonNode unknown = asOther(form, action, own);

        assertThat(answer.path("code").asText()).matches(".*_NOT_FOUND|INVALID_PARTNER");
        assertThat(neutral(answer, foreign)).isEqualTo(neutral(unknown, "x_nobody12345"));
      }
    }
  }

  private static JsonNode asOther(WireForm form, Contract.Action action, ObjectNode body) {
    String token = other.token(AccessRole.ADMIN);
    return Json.read(guarded.call(form, token, action.name(), body.toString()));
  }

  /** Without the id that was asked for, and what is another at each call. */
  private static String neutral(JsonNode answer, String id) {
    ObjectNode same = answer.deepCopy();
    same.remove(List.of("requestId", "cost"));
    return same.toString().replace(id, "ID");
  }

  @ParameterizedTest
  @MethodSource("referring")
  void whatIsOnesOwnIsFound(Contract.Action action) throws IOException {
    if (action.name().startsWith("Delete") || action.name().startsWith("Revoke")) {
      return;
    }
    Response answer =
        guarded.call(
            WireForm.PATH,
            other.token(AccessRole.ADMIN),
            action.name(),
            body(action, other).toString());
    assertThat(Json.read(answer).path("code").asText())
        .isNotIn(
            "PRECHECK_NOT_FOUND",
            "DATA_SOURCE_NOT_FOUND",
            "PROJECT_NOT_FOUND",
            "API_TOKEN_NOT_FOUND");
  }

  @Test
  void listsTellNothingOfOthers() {
    for (String list :
        List.of("ListDataSource", "ListProjects", "ListPreChecks", "ListApiTokens")) {
      String all = acme.ok(list, Map.of("pageSize", 100)).toString();
      assertThat(all).doesNotContain(other.ids());
      assertThat(acme.ids()).anyMatch(all::contains);
    }
    String own = acme.id("PreCheck");
    assertThat(acme.ok("ListAuditEvents", Map.of("object", own)).path("data")).isNotEmpty();
    assertThat(
            other
                .ok("ListAuditEvents", Map.of("object", own, "action", "SubmitPreCheck"))
                .path("data"))
        .isEmpty();
    assertThat(
            acme.ok("ListPreChecks", Map.of("dataSourceId", other.id("DataSource")))
                .path("totalCount")
                .asInt())
        .isZero();
  }

  @Test
  void keysOfOthersAndWhatTheyHaveDeletedAreUnknown() {
    Map<String, String> plans = new HashMap<>();
    for (Estate estate : List.of(acme, other)) {
      String id =
          Json.read(
                  guarded
                      .service()
                      .api()
                      .call(
                          WireForm.PATH,
                          "SubmitPreCheck",
                          "{\"projectId\": \"" + estate.id("Project") + "\"}",
                          Map.of(
                              "Authorization",
                              "Bearer " + estate.token(AccessRole.OPERATOR),
                              "Idempotency-Key",
                              "the-same")))
              .path("data")
              .asText();
      plans.put(estate.id("Project"), id);
    }
    assertThat(plans.values()).doesNotHaveDuplicates().allMatch(id -> id.startsWith("t_"));

    String deleted = String.valueOf(plans.get(acme.id("Project")));
    await()
        .until(
            () ->
                guarded
                        .call(
                            acme.token(AccessRole.OPERATOR),
                            "DeletePreCheck",
                            Map.of("id", deleted))
                        .statusCode()
                    == 200);
    assertThat(message(acme, deleted)).contains("was deleted on request");
    assertThat(message(other, deleted))
        .isEqualTo("There is no precheck with the id `" + deleted + "`.");
  }

  private static String message(Estate estate, String id) {
    Response answer =
        guarded.call(estate.token(AccessRole.VIEWER), "GetPreCheckResult", Map.of("id", id));
    return Json.read(answer).path("message").asText();
  }

  @Test
  void theStreamIsForOnesOwnOnly() {
    for (String id : List.of(acme.id("PreCheck"), "t_nobody12345")) {
      Response answer =
          guarded
              .service()
              .api()
              .watch(
                  "?id=" + id, Map.of("Authorization", "Bearer " + other.token(AccessRole.VIEWER)));
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(Json.read(answer).path("message").asText())
          .isEqualTo("There is no precheck with the id `" + id + "`.");
    }
    String both = "?id=" + other.id("PreCheck") + "&id=" + acme.id("PreCheck");
    Map<String, String> login = Map.of("Authorization", "Bearer " + other.token(AccessRole.VIEWER));
    assertThat(guarded.service().api().watch(both, login).statusCode()).isEqualTo(404);
  }

  private static AccessRole needed(Contract.Action action) {
    return AccessRole.valueOf(rules(action).requiredRole().toUpperCase(Locale.ROOT));
  }

  private static ActionRules rules(Contract.Action action) {
    try {
      return dev.precheck.wire.Contract.bundled().rules(action.name()).orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode body(Contract.Action action, String id) {
    ObjectNode body = action.body().deepCopy();
    rules(action).references().keySet().forEach(member -> body.put(member, id));
    return body;
  }

  /** The example, about what a tenant has. */
  private static ObjectNode body(Contract.Action action, Estate estate) {
    ObjectNode body = action.body().deepCopy();
    rules(action).references().forEach((member, kind) -> body.put(member, estate.id(kind)));
    if (body.has("sinkEndpointId")) {
      body.put("sinkEndpointId", estate.id("Target"));
    }
    return body;
  }
}
