package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operator does not allow is not dialled, and whoever asks is told why. */
class NetworkPolicyTest {

  @ParameterizedTest
  @CsvSource({
    "precheck.network.loopback, false, 'PRECHECK_NETWORK_LOOPBACK=true would allow those'",
    "precheck.network.allow, '*.db.example.com, 10.0.0.0/8', 'is in PRECHECK_NETWORK_ALLOW'",
    "precheck.network.deny, '10.0.0.0/8,127.0.0.1', 'denied by 127.0.0.1 in PRECHECK_NETWORK_DENY'",
    "precheck.network.allow-ports, '1,3306', 'PRECHECK_NETWORK_ALLOW_PORTS'"
  })
  void aSettingRefusesAnAddressBeforeItIsDialled(
      String setting, String value, String said, @TempDir Path directory) throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        TestService service =
            TestService.start(directory.resolve("data"), Map.of(setting, value))) {
      Response test = tested(service.api(), "127.0.0.1", listener.getLocalPort());

      assertThat(test.<String>path("data.master.stage")).isEqualTo("POLICY");
      assertThat(test.<String>path("data.master.diagnoseMessage"))
          .contains("127.0.0.1")
          .contains(said)
          .contains("Nothing was dialled");
      assertThat(test.<String>path("data.master.advice")).contains("PRECHECK_NETWORK");
      listener.setSoTimeout(1);
      assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void theMetadataServiceIsOutOfReachInEveryForm(@TempDir Path directory) {
    try (TestService service = TestService.start(directory.resolve("data"))) {
      for (String host : new String[] {"169.254.169.254", "::ffff:a9fe:a9fe", "fd00:ec2::254"}) {
        Response test = tested(service.api(), host, 3306);

        assertThat(test.<String>path("data.master.stage")).as(host).isEqualTo("POLICY");
        assertThat(test.<String>path("data.master.diagnoseMessage"))
            .contains("a cloud's metadata service");
      }
    }
  }

  private static Response tested(Api api, String host, int port) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", "policy-" + host.replaceAll("[^a-z0-9]", "-"));
    body.put("type", "MYSQL");
    body.put("host", host);
    body.put("port", port);
    body.put("userName", "reader");
    body.put("password", "secret");
    return api.ok("TestDataSource", Map.of("id", api.id("CreateDataSource", body)));
  }
}
