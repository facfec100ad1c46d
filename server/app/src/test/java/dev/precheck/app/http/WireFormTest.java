package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.guard.RawConnection;
import dev.precheck.guard.RawConnection.Answer;
import dev.precheck.wire.WireForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both forms of a call on the bare connection, where the rewriting happens. */
class WireFormTest {

  private static final String GET = "{\"id\":\"t_1\"}";

  private static TestService service;

  @BeforeAll
  static void start(@TempDir Path directory) {
    service = TestService.start(directory.resolve("data"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void requestsOfBothFormsGoDownOnePipelineInTheirOrder() throws IOException {
    try (RawConnection connection = new RawConnection(service.port())) {
      String get = RawConnection.post("/api/v2/GetPreCheckResult", "", GET);
      String oms = RawConnection.post("/api/v2?Action=GetPreCheckResult", "", GET);
      String list = RawConnection.post("/api/v2?Action=ListDataSource", "", "{}");
      connection.send(get + oms + list + get + oms);

      for (int status : List.of(404, 200, 200, 404, 200)) {
        assertThat(connection.read().status()).isEqualTo(status);
      }
      connection.send(list);
      assertThat(connection.read().body()).contains("\"totalCount\":0");
    }
  }

  @Test
  void clientsCannotPretendToBeOfTheOtherForm() throws IOException {
    try (RawConnection connection = new RawConnection(service.port())) {
      for (String mark : List.of("ACTION", "NAMELESS", "nonsense")) {
        connection.send(
            RawConnection.post(
                "/api/v2/GetPreCheckResult", WireForm.HEADER + ": " + mark + "\r\n", GET));
        assertThat(connection.read().status()).isEqualTo(404);
        connection.send(
            RawConnection.post(
                "/api/v2?Action=GetPreCheckResult",
                "x-precheck-wire-form: " + mark + "\r\nX-PRECHECK-WIRE-FORM: x\r\n",
                GET));
        assertThat(connection.read().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void theActionIsFoundWhereverItStands() throws IOException {
    try (RawConnection connection = new RawConnection(service.port())) {
      for (String target :
          List.of(
              "/api/v2?Action=GetPreCheckResult&x=1",
              "/api/v2?x=1&Action=GetPreCheckResult",
              "/api/v2/?Action=GetPreCheckResult",
              "/api/v2?%41ction=Get%50reCheckResult",
              "http://localhost/api/v2?Action=GetPreCheckResult")) {
        connection.send(RawConnection.post(target, "", GET));
        Answer answer = connection.read();
        assertThat(answer.status()).as(target).isEqualTo(200);
        assertThat(answer.body()).as(target).contains("PRECHECK_NOT_FOUND");
      }
    }
  }

  @Test
  void whatCanBeNoActionIsToldSo() throws IOException {
    try (RawConnection connection = new RawConnection(service.port())) {
      for (String target :
          List.of(
              "/api/v2",
              "/api/v2?",
              "/api/v2?action=GetPreCheckResult",
              "/api/v2?Action=",
              "/api/v2?Action=../../health",
              "/api/v2?Action=Get%2FX",
              "/api/v2?Action=%zz",
              "/api/v2?Action=A&Action=B",
              "/api/v2?Action=" + "A".repeat(65))) {
        connection.send(RawConnection.post(target, "", GET));
        Answer answer = connection.read();
        assertThat(answer.status()).as(target).isEqualTo(200);
        assertThat(answer.body()).as(target).contains("names no action");
      }
    }
  }

  @Test
  void aBodyThatComesLateIsWaitedFor() throws IOException {
    String post = RawConnection.post("/api/v2/GetPreCheckResult", "", GET);
    try (RawConnection connection = new RawConnection(service.port())) {
      for (int cut = post.length() - GET.length() - 2; cut < post.length(); cut++) {
        connection.send(post.substring(0, cut));
        // An answer on another connection: by then the first half has been taken in.
        assertThat(service.api().request().get("/health").statusCode()).isEqualTo(200);
        connection.send(post.substring(cut));
        assertThat(connection.read().status()).isEqualTo(404);
      }
    }
  }

  @Test
  void chunkedBodiesAreReadAndBounded() throws IOException {
    String head =
        RawConnection.head(
            "/api/v2?Action=GetPreCheckResult",
            "Content-Type: application/json",
            "Transfer-Encoding: chunked");
    try (RawConnection connection = new RawConnection(service.port())) {
      connection.send(head + "5\r\n{\"id\"\r\n7\r\n:\"t_1\"}\r\n0\r\n\r\n");
      assertThat(connection.read().body()).contains("PRECHECK_NOT_FOUND");
    }
    try (RawConnection connection = new RawConnection(service.port())) {
      String megabyte = "100000\r\n" + " ".repeat(1 << 20) + "\r\n";
      connection.send(head);
      for (int sent = 0; sent < 9; sent++) {
        connection.send(megabyte);
      }
      Answer answer = connection.read();
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.body()).contains("BODY_TOO_LARGE");
    }
  }

  @Test
  void aSmallPackedBodyThatUnpacksToALargeOneIsRefused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (int megabytes = 0; megabytes < 64; megabytes++) {
        gzip.write(" ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII));
      }
    }
    try (RawConnection connection = new RawConnection(service.port())) {
      connection.send(
          RawConnection.head(
              "/api/v2/GetPreCheckResult",
              "Content-Type: application/json",
              "Content-Encoding: gzip",
              "Content-Length: " + packed.size()));
      connection.send(packed.toByteArray());
      assertThat(connection.read().status()).isEqualTo(413);
    }
  }

  @Test
  void aPackedBodyThatIsBrokenIsRefusedQuietly() throws IOException {
    try (LogCapture log = new LogCapture();
        RawConnection connection = new RawConnection(service.port())) {
      connection.send(
          RawConnection.head(
                  "/api/v2/GetPreCheckResult",
                  "Content-Type: application/json",
                  "Content-Encoding: gzip",
                  "Content-Length: 11")
              + "no gzip here".substring(1));
      Answer answer = connection.read();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("PARAM_ERROR");
      assertThat(log.traces()).isEmpty();
    }
  }

  @Test
  void aBodyOfNoDeclaredTypeIsRefused() throws IOException {
    try (RawConnection connection = new RawConnection(service.port())) {
      connection.send(RawConnection.head("/api/v2/ListDataSource", "Content-Length: 2") + "{}");
      Answer answer = connection.read();
      assertThat(answer.status()).isEqualTo(415);
      assertThat(answer.body()).contains("The request has no content type");
    }
  }

  @Test
  void brokenHttpGetsAnEnvelopeToo() throws IOException {
    try (RawConnection connection = new RawConnection(service.port())) {
      connection.send(RawConnection.head("/api/v2/" + "x".repeat(20_000), "Content-Length: 0"));
      Answer answer = connection.read();
      assertThat(answer.status()).isBetween(400, 499);
      assertThat(answer.body()).contains("\"success\":false");
    }
  }
}
