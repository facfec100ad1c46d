package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.ClientCertificate;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestCertificates;
import dev.precheck.testkit.db.TestDatabase;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data sources that show a certificate: from the call to the server that asks for it. */
class ClientCertificateTest {

  private Path data;
  private TestService service;
  private Api api;

  @BeforeEach
  void start(@TempDir Path directory) {
    data = directory.resolve("data");
    service = TestService.start(data, Map.of());
    api = service.api();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @EachDatabase({TestDatabase.MYSQL_8_0, TestDatabase.MARIADB_11_4})
  void anAccountThatNeedsOneLogsIn(TestDatabase database) throws Exception {
    RunningDatabase server = database.start();
    String user = server.fresh("shown");
    server.createUser(user, "secret", "ALTER USER {user} REQUIRE X509");
    ClientCertificate certificate = TestCertificates.get().client();
    Map<String, Object> body = body(server, user);

    String without = api.id("CreateDataSource", body);
    body.put("name", "with");
    body.put("clientCertificate", certificate.chain());
    body.put("clientKey", certificate.key().reveal());
    String id;
    try (LogCapture log = new LogCapture()) {
      id = api.id("CreateDataSource", body);
      assertThat(tested(id)).containsEntry("connected", true);
      assertThat(String.join("\n", log.lines())).doesNotContain(secret(certificate));
    }
    assertThat(tested(without)).containsEntry("connected", false).containsEntry("stage", "AUTH");

    Response described = api.ok("DescribeDataSource", Map.of("id", id));
    assertThat(described.<Boolean>path("data.hasClientCertificate")).isTrue();
    assertThat(described.asString()).doesNotContain(secret(certificate));
    assertThat(stored()).doesNotContain(secret(certificate));

    Response taken =
        api.ok("UpdateDataSource", Map.of("id", id, "clientCertificate", "", "clientKey", ""));
    assertThat(taken.<Boolean>path("data.hasClientCertificate")).isFalse();
    assertThat(tested(id)).containsEntry("connected", false);
  }

  @Test
  void whatCannotBeUsedIsRefusedWhereItIs() throws Exception {
    TestCertificates certificates = TestCertificates.get();
    String chain = certificates.client().chain();
    String key = certificates.client().key().reveal();

    refused(Map.of("clientCertificate", chain), "/clientKey", "belong together");
    refused(Map.of("clientKey", key), "/clientCertificate", "belong together");
    refused(
        Map.of("clientCertificate", chain, "clientKey", "no key"), "/clientKey", "no private key");
    refused(
        Map.of("clientCertificate", "no certificate", "clientKey", key),
        "/clientCertificate",
        "holds no certificate");
    refused(
        Map.of("clientCertificate", chain, "clientKey", certificates.stranger().key().reveal()),
        "/clientKey",
        "is not the key of this certificate");
    refused(
        Map.of(
            "clientCertificate",
            certificates.expired().chain(),
            "clientKey",
            certificates.expired().key().reveal()),
        "/clientCertificate",
        "expired on 20");
    refused(
        Map.of(
            "clientCertificate",
            chain,
            "clientKey",
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----"),
        "/clientKey",
        "openssl pkey");
    refused(
        Map.of(
            "clientCertificate",
            chain,
            "clientKey",
            "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----"),
        "/clientKey",
        "openssl pkcs8");
    refused(
        Map.of("clientCertificate", chain, "clientKey", key, "tlsMode", "DISABLE"),
        "/tlsMode",
        "shown in TLS only");
  }

  private void refused(Map<String, Object> members, String where, String why) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of("name", "refused", "type", "MYSQL", "host", "db.example", "userName", "u"));
    body.putAll(members);
    Response response = api.call("CreateDataSource", body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.<List<String>>path("errorDetail.violations.pointer"))
        .containsExactly(where);
    assertThat(response.asString()).contains(why).doesNotContain("PRIVATE KEY-----\\n");
  }

  private Map<String, Object> tested(String id) {
    return api.ok("TestDataSource", Map.of("id", id)).path("data.master");
  }

  /** A piece of the key that stands in it in one line. */
  private static String secret(ClientCertificate certificate) {
    return certificate.key().reveal().lines().skip(2).findFirst().orElseThrow();
  }

  private String stored() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static Map<String, Object> body(RunningDatabase server, String user) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", "without");
    body.put("type", server.engine().id());
    body.put("host", server.host());
    body.put("port", server.port());
    body.put("userName", user);
    body.put("password", "secret");
    body.put("tlsMode", "REQUIRE");
    return body;
  }
}
