package dev.precheck.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.app.identity.AccessRole;
import dev.precheck.app.store.StoreKind;
import dev.precheck.app.store.access.ApiTokenDraft;
import dev.precheck.app.store.access.ApiTokens;
import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A service that asks who calls, and tokens for it. */
final class Guarded implements AutoCloseable {

  private final TestService service;

  Guarded(Path dataDir, Map<String, Object> settings) {
    this(StoreKind.H2, dataDir, settings);
  }

  /** On a store of this kind. */
  Guarded(StoreKind kind, Path dataDir, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(Map.of("precheck.auth", "on"));
    all.put("precheck.allow-h2", true);
    all.putAll(settings);
    service = TestService.start(kind, dataDir, all);
  }

  TestService service() {
    return service;
  }

  /** The text of a new token. */
  String token(String tenant, AccessRole role) {
    return token(tenant, role, Optional.empty());
  }

  String token(String tenant, AccessRole role, Optional<Instant> expiry) {
    String name = role.name() + " " + System.nanoTime();
    ApiTokenDraft draft =
        new ApiTokenDraft(tenant, name, role, Optional.empty(), Optional.empty(), expiry);
    return service.context().getBean(ApiTokens.class).create(draft).text().reveal();
  }

  Response call(String token, String action, Map<String, ?> body) {
    return call(WireForm.PATH, token, action, Json.text(body));
  }

  Response call(WireForm form, String token, String action, String body) {
    return service.api().call(form, action, body, Map.of("Authorization", "Bearer " + token));
  }

  /** What an action answers that has to succeed. */
  JsonNode ok(String token, String action, Map<String, ?> body) {
    Response response = call(token, action, body);
    if (response.statusCode() != 200) {
      throw new AssertionError(action + " failed: " + response.asString());
    }
    return Json.read(response);
  }

  @Override
  public void close() {
    service.close();
  }
}
