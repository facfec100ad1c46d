package dev.precheck.app.http;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.app.identity.AccessRole;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a tenant has: two data sources, a project, a precheck that has ended, a token. */
final class Estate implements AutoCloseable {

  private final Guarded guarded;
  private final H2Shop shop;
  private final H2Shop store;
  private final String admin;
  private final String operator;
  private final String viewer;
  private final Map<String, String> ids;

  Estate(Guarded guarded, String tenant) throws SQLException {
    this.guarded = guarded;
    shop = new H2Shop(tenant + "_shop", "create schema S", "create table S.T (ID int primary key)");
    store = new H2Shop(tenant + "_store", "create schema S");
    admin = guarded.token(tenant, AccessRole.ADMIN);
    operator = guarded.token(tenant, AccessRole.OPERATOR);
    viewer = guarded.token(tenant, AccessRole.VIEWER);
    String source = id("CreateDataSource", shop.dataSource("shop"));
    String target = id("CreateDataSource", store.dataSource("store"));
    Map<String, Object> plan = Bodies.plan(source, target, Bodies.tables("S", "S", "T"));
    String precheck = id("SubmitPreCheck", plan);
    plan.put("name", "move");
    String project = id("CreateProject", plan);
    String token =
        guarded
            .ok(admin, "CreateApiToken", Map.of("name", "spare", "role", "VIEWER"))
            .at("/data/id")
            .asText();
    ids =
        Map.of(
            "DataSource",
            source,
            "Target",
            target,
            "Project",
            project,
            "PreCheck",
            precheck,
            "ApiToken",
            token);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                guarded
                    .ok(viewer, "GetPreCheckResult", Map.of("id", precheck))
                    .at("/data/progress")
                    .asDouble(),
            progress -> progress == 100.0);
  }

  private String id(String action, Map<String, ?> body) {
    return guarded.ok(operator, action, body).path("data").asText();
  }

  String token(AccessRole role) {
    return switch (role) {
      case VIEWER -> viewer;
      case OPERATOR -> operator;
      case ADMIN -> admin;
    };
  }

  /** The id of what it has of a kind; the names of kinds are those of the contract. */
  String id(String kind) {
    return Objects.requireNonNull(ids.get(kind), kind);
  }

  Set<String> ids() {
    return Set.copyOf(ids.values());
  }

  JsonNode ok(String action, Map<String, ?> body) {
    return guarded.ok(admin, action, body);
  }

  @Override
  public void close() throws SQLException {
    shop.close();
    store.close();
  }
}
