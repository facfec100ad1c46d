package dev.precheck.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code precheck serve} as a process: what it says, and how it ends. */
class ServeProcessTest {

  private static final Pattern ADDRESS = Pattern.compile("listens on http://\\S+:(\\d+)\n");

  private static final Pattern TOKEN = Pattern.compile("pck_\\S{56}");

  private Path directory = Path.of("");

  @BeforeEach
  void startIn(@TempDir Path temporary) {
    directory = temporary;
  }

  private CommandProcess serve(String... options) throws IOException {
    return serve(Map.of("PRECHECK_AUTH", "off"), "whoever reaches this address", options);
  }

  private CommandProcess serve(Map<String, String> environment, String until, String... options)
      throws IOException {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("PRECHECK_DATA_DIR", directory.resolve("data").toString());
    String[] arguments = new String[options.length + 1];
    arguments[0] = "serve";
    System.arraycopy(options, 0, arguments, 1, options.length);
    CommandProcess service = CommandProcess.start(directory, variables, arguments);
    await()
        .atMost(Duration.ofSeconds(60))
        .failFast(
            () -> {
              if (!service.isAlive()) {
                throw new AssertionError(service.out() + service.err());
              }
            })
        .until(() -> service.out().contains(until));
    return service;
  }

  private static int port(CommandProcess service) throws IOException {
    return ADDRESS
        .matcher(service.out())
        .results()
        .map((MatchResult found) -> Integer.parseInt(found.group(1)))
        .findFirst()
        .orElseThrow();
  }

  private static int status(URI uri) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void tellsWhereItIsAndThatAnybodyOnThisMachineMayUseIt() throws Exception {
    try (CommandProcess service = serve("--port", "0")) {
      String uri = "http://127.0.0.1:" + port(service);

      assertThat(service.out())
          .isEqualTo(
              """
              Precheck listens on %1$s
                API to browse  %1$s/docs
                contract       %1$s/openapi.yaml
                data           %2$s
              Nobody is asked who calls: whoever reaches this address may do everything. It
              listens on this machine only, unless --host says otherwise.
              """
                  .formatted(uri, directory.resolve("data").toRealPath()));
      assertThat(status(URI.create(uri + "/docs"))).isEqualTo(200);
      assertThat(status(URI.create(uri + "/openapi.yaml"))).isEqualTo(200);
      assertThat(directory.resolve("data").resolve("secret.key")).exists();
    }
  }

  @Test
  void theFirstStartPrintsATokenAndNoOtherDoes() throws Exception {
    String token;
    try (CommandProcess first = serve(Map.of(), "pck_", "--port", "0")) {
      await().until(() -> TOKEN.matcher(first.out()).find());
      token = TOKEN.matcher(first.out()).results().findFirst().orElseThrow().group();
      assertThat(first.out()).contains("shown this once");
      assertThat(first.err()).doesNotContain(token);
      assertThat(list(port(first), token)).isEqualTo(200);
      assertThat(list(port(first), token + "x")).isEqualTo(401);
    }
    try (CommandProcess second = serve(Map.of(), "listens on", "--port", "0")) {
      assertThat(list(port(second), token)).isEqualTo(200);
      assertThat(second.out()).doesNotContain("pck_");
    }
    try (Stream<Path> files = Files.walk(directory.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(token);
      }
    }
  }

  private static int list(int port, String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v2/ListApiTokens"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void warnsWhereOtherMachinesReachIt() throws Exception {
    try (CommandProcess service = serve("--port", "0", "--host", "0.0.0.0")) {
      assertThat(service.out().replace('\n', ' '))
          .contains("listens on http://localhost:")
          .contains("It can be reached from other machines")
          .contains("something in front of it must ask who calls")
          .doesNotContain("this machine only");
    }
  }

  @Test
  void aSignalEndsItAndTheNextOneHasItsPortAndItsData() throws Exception {
    int port;
    try (CommandProcess first = serve("--port", "0")) {
      port = port(first);

      assertThat(first.endWith("TERM")).isEqualTo(CommandProcess.TERMINATED);
      assertThat(first.out()).endsWith("Precheck has stopped.\n");
      assertThat(first.err()).doesNotContain("WARN", "ERROR", "Exception");
      assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
          .isInstanceOf(ConnectException.class);
    }
    byte[] key = Files.readAllBytes(directory.resolve("data").resolve("secret.key"));
    try (CommandProcess second = serve("--port", Integer.toString(port))) {
      assertThat(status(URI.create("http://127.0.0.1:" + port + "/health"))).isEqualTo(200);

      assertThat(second.endWith("INT")).isEqualTo(CommandProcess.INTERRUPTED);
      assertThat(second.out()).endsWith("Precheck has stopped.\n");
    }
    assertThat(directory.resolve("data").resolve("secret.key")).hasBinaryContent(key);
  }
}
