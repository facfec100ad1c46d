package dev.precheck.stub;

import static dev.precheck.stub.RunningStub.GET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.guard.RawConnection;
import io.restassured.response.Response;
import java.net.SocketException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that fail between a client and a healthy server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTest {

  private RunningStub stub;

  @BeforeAll
  void start() throws Exception {
    stub = RunningStub.start();
  }

  @AfterAll
  void stop() {
    stub.close();
  }

  @ParameterizedTest
  @CsvSource({"busy, 429, SERVICE_BUSY", "unavailable, 503, STORE_UNAVAILABLE"})
  void aServerThatCannotJustNowSaysWhenToComeAgain(String fault, int status, String code) {
    for (Response answer :
        java.util.List.of(
            stub.call("ListCheckTypes", "{}", "fault=" + fault),
            stub.callOms("ListCheckTypes", "{}", "fault=" + fault))) {
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.<String>path("code")).isEqualTo(code);
      assertThat(answer.header("Retry-After")).isEqualTo("1");
    }
  }

  @Test
  void aConnectionCanBeReset() throws Exception {
    try (RawConnection connection = new RawConnection(stub.port())) {
      connection.send(failing("reset"));
      assertThatThrownBy(connection::readToEnd)
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @Test
  void aBodyCanEndTooEarly() throws Exception {
    try (RawConnection connection = new RawConnection(stub.port())) {
      connection.send(failing("truncated"));
      String answer = connection.readToEnd();
      int head = answer.indexOf("\r\n\r\n") + 4;
      int promised = Integer.parseInt(answer.replaceAll("(?is).*content-length: ([0-9]+).*", "$1"));
      assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("X-Stub-Fault");
      assertThat(answer.length() - head).isEqualTo(promised / 2);
    }
  }

  @Test
  void aFaultCanBeForTheFirstCallsOnly() {
    String prefer = "fault=unavailable, times=2";
    for (int status : new int[] {503, 503, 200, 200}) {
      assertThat(stub.call("DescribeProject", "{\"id\": \"np_1\"}", prefer).statusCode())
          .isEqualTo(status);
    }
    assertThat(stub.request().post("/__stub/reset").statusCode()).isEqualTo(204);
    assertThat(stub.call("DescribeProject", "{\"id\": \"np_1\"}", prefer).statusCode())
        .isEqualTo(503);
  }

  @Test
  void aRequestWithFaultsOfItsOwnIsToldThose() {
    assertThat(stub.call("GetPreCheckResult", "{}", "fault=busy").statusCode()).isEqualTo(400);
  }

  private static String failing(String fault) {
    return RawConnection.post(
        "/api/v2/GetPreCheckResult",
        "Authorization: " + RunningStub.AUTHORIZATION + "\r\nPrefer: fault=" + fault + "\r\n",
        GET);
  }
}
