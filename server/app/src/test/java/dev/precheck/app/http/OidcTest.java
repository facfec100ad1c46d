package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of an OpenID Connect provider. */
class OidcTest {

  private static OidcProvider provider;
  private static Guarded guarded;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    provider = new OidcProvider();
    guarded = new Guarded(directory.resolve("data"), provider.settings());
  }

  @AfterAll
  static void stop() {
    guarded.close();
    provider.close();
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(OidcProvider.ISSUER)
        .audience(OidcProvider.AUDIENCE)
        .subject("mia@example.org")
        .claim("tenant", "acme")
        .claim("roles", List.of("something", "viewer", "operator"))
        .expirationTime(Date.from(Instant.now().plusSeconds(600)));
  }

  private static Response create(String token) {
    return guarded.call(
        token,
        "CreateDataSource",
        Map.of("name", "n" + System.nanoTime(), "type", "MYSQL", "host", "db", "userName", "u"));
  }

  private static void refused(String token, String why) {
    Response answer = create(token);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(Json.read(answer).path("message").asText()).contains(why);
    assertThat(answer.asString()).doesNotContain(token.substring(20, 60));
  }

  @Test
  void whoeverTheProviderVouchesForIsInTheTenantWithTheHighestRole() throws Exception {
    String token = provider.signed(claims().build());

    assertThat(create(token).statusCode()).isEqualTo(200);
    assertThat(guarded.call(token, "ListApiTokens", Map.of()).statusCode()).isEqualTo(403);
    String admin = provider.signed(claims().subject("root").claim("roles", "admin").build());
    var event =
        guarded.ok(admin, "ListAuditEvents", Map.of("action", "CreateDataSource")).at("/data/0");
    assertThat(event.path("caller").asText()).isEqualTo("mia@example.org");
    assertThat(event.path("token").isNull()).isTrue();
    String stranger = provider.signed(claims().claim("tenant", "other").build());
    assertThat(guarded.ok(stranger, "ListDataSource", Map.of()).path("totalCount").asInt())
        .isZero();
  }

  @Test
  void whatIsForAnotherServiceOrOverIsRefused() throws Exception {
    Instant past = Instant.now().minusSeconds(3_600);
    refused(provider.signed(claims().expirationTime(Date.from(past)).build()), "Expired");
    refused(provider.signed(claims().expirationTime(null).build()), "exp");
    refused(provider.signed(claims().audience("shop").build()), "aud");
    refused(provider.signed(claims().issuer("https://evil.example/").build()), "iss");
    refused(provider.signed(claims().claim("tenant", null).build()), "`tenant`");
    refused(provider.signed(claims().claim("roles", List.of("chef")).build()), "`roles`");
    refused(provider.signed(claims().claim("roles", null).build()), "`roles`");
  }

  @Test
  void whatTheProviderHasNotSignedIsRefused() throws Exception {
    String none = "is none that the OpenID Connect provider has signed";
    refused(OidcProvider.unsigned(claims().build()), none);
    refused(provider.signedWithThePublicKey(claims().build()), none);
    var other = new RSAKeyGenerator(2048).keyID("first").generate();
    refused(OidcProvider.signed(claims().build(), other), none);
    String good = provider.signed(claims().build());
    String[] parts = good.split("\\.", 3);
    String forged = provider.signed(claims().claim("roles", "admin").build()).split("\\.", 3)[1];
    refused(parts[0] + "." + forged + "." + parts[2], none);
  }
}
