package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.app.identity.AccessRole;
import dev.precheck.guard.Contract;
import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials: which are accepted, and what those are told whose are not. */
class LoginTest {

  private static Guarded guarded;

  @BeforeAll
  static void start(@TempDir Path directory) {
    guarded = new Guarded(directory.resolve("data"), Map.of());
  }

  @AfterAll
  static void stop() {
    guarded.close();
  }

  private static Response list(WireForm form, Map<String, String> headers) {
    return guarded.service().api().call(form, "ListDataSource", "{}", headers);
  }

  private static Response list(String authorization) {
    return list(WireForm.PATH, Map.of("Authorization", authorization));
  }

  private static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @ParameterizedTest
  @EnumSource(
      value = WireForm.class,
      names = {"PATH", "ACTION"})
  void aTokenOpensAsBearerAndAsThePasswordOfBasic(WireForm form) {
    String token = guarded.token("default", AccessRole.VIEWER);

    for (String header :
        new String[] {
          "Bearer " + token, "bearer  " + token, basic("anybody", token), basic("", token)
        }) {
      assertThat(list(form, Map.of("Authorization", header)).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = WireForm.class,
      names = {"PATH", "ACTION"})
  void withoutCredentialsNothingIsAnswered(WireForm form) {
    Response answer = list(form, Map.of());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).contains("Bearer", "Basic");
    assertThat(Json.read(answer).path("code").asText()).isEqualTo("UNAUTHENTICATED");
    assertThat(Json.read(answer).path("message").asText())
        .isEqualTo("The request has no credentials.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer nonsense",
        "Bearer pck_aaaaaaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "Basic",
        "Basic !!!",
        "Basic bm9jb2xvbg==",
        "Digest username=\"x\"",
        "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."
      })
  void whatIsNoTokenOfOursIsRefused(String header) {
    Response answer = list(header);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.asString()).doesNotContain("nonsense", "AAAA", "eyJ");
  }

  @Test
  void whatHasExpiredOrIsRevokedIsRefusedAndTold() {
    String admin = guarded.token("default", AccessRole.ADMIN);
    String expired =
        guarded.token(
            "default", AccessRole.VIEWER, Optional.of(Instant.parse("2026-01-01T00:00:00Z")));
    assertThat(Json.read(list("Bearer " + expired)).path("message").asText())
        .contains("expired at 2026-01-01T00:00:00Z");

    var made = guarded.ok(admin, "CreateApiToken", Map.of("name", "gone", "role", "VIEWER"));
    String text = made.at("/data/token").asText();
    assertThat(list("Bearer " + text).statusCode()).isEqualTo(200);
    guarded.ok(admin, "RevokeApiToken", Map.of("id", made.at("/data/id").asText()));
    assertThat(Json.read(list("Bearer " + text)).path("message").asText())
        .contains("was revoked at");
    // Its name is free again.
    guarded.ok(admin, "CreateApiToken", Map.of("name", "gone", "role", "VIEWER"));
  }

  @Test
  void tokensAreListedWithoutTheirTextsAndNamesAreTakenOnce() {
    String admin = guarded.token("listed", AccessRole.ADMIN);
    var made =
        guarded.ok(
            admin,
            "CreateApiToken",
            Map.of("name", "ci", "role", "OPERATOR", "expireTime", "2099-01-01T00:00:00Z"));
    String text = made.at("/data/token").asText();
    assertThat(list("Bearer " + text).statusCode()).isEqualTo(200);

    var listed = guarded.ok(admin, "ListApiTokens", Map.of());
    assertThat(listed.path("totalCount").asInt()).isEqualTo(2);
    assertThat(listed.toString()).doesNotContain(text.substring(17));
    assertThat(listed.at("/data/0/name").asText()).isEqualTo("ci");
    assertThat(listed.at("/data/0/lastUseTime").asText()).isNotEmpty();

    Response again = guarded.call(admin, "CreateApiToken", Map.of("name", "ci", "role", "VIEWER"));
    assertThat(again.statusCode()).isEqualTo(409);
    Response past =
        guarded.call(
            admin,
            "CreateApiToken",
            Map.of("name", "old", "role", "VIEWER", "expireTime", "2020-01-01T00:00:00Z"));
    assertThat(past.statusCode()).isEqualTo(400);
    assertThat(guarded.call(admin, "RevokeApiToken", Map.of("id", "tk_none")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whoeverTriesSecretsOutIsSlowedAndNobodyElse() {
    String token = guarded.token("default", AccessRole.VIEWER);
    String wrong = token.substring(0, 17) + "B".repeat(43);
    Set<Integer> statuses = new HashSet<>();
    for (int i = 0; i < 10; i++) {
      statuses.add(list("Bearer " + wrong).statusCode());
    }
    assertThat(statuses).containsExactly(401);

    Response slowed = list("Bearer " + wrong);
    assertThat(slowed.statusCode()).isEqualTo(429);
    assertThat(slowed.header("Retry-After")).isEqualTo("60");
    String other = guarded.token("default", AccessRole.VIEWER);
    assertThat(list("Bearer " + other).statusCode()).isEqualTo(200);
  }

  @Test
  void whoeverSendsTooManyRequestsIsSlowed(@TempDir Path directory) {
    try (Guarded slow =
        new Guarded(directory.resolve("data"), Map.of("precheck.access.requests-per-second", 2))) {
      String token = slow.token("default", AccessRole.VIEWER);
      Map<String, String> login = Map.of("Authorization", "Bearer " + token);
      assertThat(slow.service().api().watch("?id=t_1", login).statusCode()).isEqualTo(404);
      for (Contract.Action action : Contract.actions()) {
        String body = action.body().toString();
        slowed(() -> slow.call(WireForm.PATH, token, action.name(), body));
      }
      slowed(() -> slow.service().api().watch("?id=t_1", login));
    }
  }

  /** Sooner or later a call comes too soon after the others. */
  private static void slowed(Supplier<Response> call) {
    Response answer = call.get();
    for (int i = 0; i < 1_000 && answer.statusCode() != 429; i++) {
      answer = call.get();
    }
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void whatIsNoActionIsOpenToAll() {
    Api api = guarded.service().api();

    assertThat(api.request().get("/health").statusCode()).isEqualTo(200);
    assertThat(api.request().get("/openapi.yaml").statusCode()).isEqualTo(200);
    assertThat(api.request().get("/docs").statusCode()).isEqualTo(200);
    assertThat(api.watch("?id=t_1", Map.of()).statusCode()).isEqualTo(401);
    assertThat(api.request().post("/api/v2").statusCode()).isEqualTo(401);
    assertThat(api.request().post("/api/v2/NoSuchAction").statusCode()).isEqualTo(401);
    assertThat(api.request().get("/metrics").statusCode()).isEqualTo(404);
  }
}
