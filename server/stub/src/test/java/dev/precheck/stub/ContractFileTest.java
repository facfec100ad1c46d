package dev.precheck.stub;

import static dev.precheck.stub.RunningStub.GET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precheck.stub.http.LoadedContract;
import dev.precheck.wire.Contract;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contract of the user's own: judged at the start, and read again when it changes. */
class ContractFileTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path folder;
  private final Path file;

  ContractFileTest(@TempDir Path folder) {
    this.folder = folder;
    file = folder.resolve("contract.yaml");
  }

  private record Outcome(int code, String out, String err) {}

  private static Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(arguments);
    return new Outcome(code, out.toString(), err.toString());
  }

  @Test
  void aGoodContractIsAnsweredFrom() throws IOException {
    Files.write(file, Contract.bundled().yaml());
    Outcome outcome = run("--port", "0", "--exit", file.toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("listens on http://127.0.0.1:", file.toString(), "/__stub");
  }

  @Test
  void examplesThatBreakTheirSchemasAreRefusedByName() throws IOException {
    String request = "/requestBody/content/application~1json/examples/byId/value";
    Files.write(
        file,
        Contracts.changed(
            root -> {
              Contracts.object(root, Contracts.FINISHED + "/data").put("progress", 101);
              Contracts.object(root, Contracts.GET_RESULT + request).put("nmae", "x");
            }));
    Outcome outcome = run("--port", "0", "--exit", file.toString());
    assertThat(outcome.code()).isEqualTo(65);
    assertThat(outcome.err())
        .contains(
            file.toString(),
            "GetPreCheckResult, answer 200, example finished: /data/progress: 101 is out of range;"
                + " 0 to 100 is accepted.",
            "GetPreCheckResult, request, example byId: /nmae: unknown member");
  }

  @Test
  void aRequestSchemaThatLeadsNowhereIsRefused() throws IOException {
    String id = "/components/schemas/GetPreCheckResultRequest/properties/id";
    Files.write(
        file,
        Contracts.changed(
            root -> Contracts.object(root, id).removeAll().put("$ref", "#/components/no/such")));
    Outcome outcome = run("--port", "0", "--exit", file.toString());
    assertThat(outcome.code()).isEqualTo(65);
    assertThat(outcome.err()).contains(file.toString(), "/components/no/such");
  }

  @Test
  void whatIsNoContractIsRefused() throws IOException {
    Files.writeString(file, "openapi: [");
    assertThat(run("--exit", file.toString()).err()).contains("It is no YAML");
    Files.writeString(file, "title: something else\n");
    assertThat(run("--exit", file.toString()).err()).contains("there is no operation");
    Files.delete(file);
    Outcome missing = run("--exit", file.toString());
    assertThat(missing.code()).isEqualTo(64);
    assertThat(missing.err()).contains(file.toString(), "cannot be read", "--help");
  }

  @Test
  void scenariosThatDoNotFitAreRefused() throws IOException {
    Files.write(
        file,
        Contracts.changed(
            root -> {
              var status = Contracts.object(root, "/components/schemas/PreCheckStatus");
              status.withArray("enum").remove(1); // PENDING
            }));
    assertThat(run("--exit", file.toString()).err())
        .contains("scenario all-pass, step 1, GetPreCheckResult: /data/projectStatus: `PENDING`");
  }

  @Test
  void aSecuredOperationNeedsAnExampleOfItsRefusal() throws IOException {
    Files.write(
        file,
        Contracts.changed(
            root -> Contracts.object(root, Contracts.GET_RESULT + "/responses").remove("401")));
    assertThat(run("--exit", file.toString()).err())
        .contains("GetPreCheckResult: it needs a login, but has no example of a 401.");
  }

  @Test
  void theCommandLineSaysWhatIsWrongWithIt() throws IOException {
    assertThat(run("--help").out()).contains("--port", "--pace", "CONTRACT");
    assertThat(run("--port", "70000").err()).contains("70000", "0 to 65535");
    try (ServerSocket taken = new ServerSocket(0)) {
      Outcome outcome = run("--exit", "--port", Integer.toString(taken.getLocalPort()));
      assertThat(outcome.code()).isEqualTo(64);
      assertThat(outcome.err()).contains("cannot be listened on", "--port");
    }
  }

  @Test
  void changesComeIntoForceAndBrokenOnesDoNot() throws Exception {
    Files.write(file, Contract.bundled().yaml());
    LoadedContract loaded = LoadedContract.read(Files.readAllBytes(file), file.toString());
    List<String> told = new CopyOnWriteArrayList<>();
    try (RunningStub stub = RunningStub.start(loaded);
        ContractFile watched = new ContractFile(file, loaded, told::add)) {
      watched.start();
      replace(Contracts.changed(Contracts.FINISHED + "/data", "name", "changed"));
      await().atMost(LIMIT).until(() -> "changed".equals(name(stub)));
      assertThat(told).hasSize(1);

      replace(Contracts.changed(Contracts.FINISHED + "/data", "projectStatus", "GREEN"));
      await().atMost(LIMIT).until(() -> told.size() == 2);
      assertThat(told.get(1)).contains("/data/projectStatus: `GREEN`", "stays in force");
      assertThat(name(stub)).isEqualTo("changed");

      replace(Contracts.changed(this::addAction));
      await()
          .atMost(LIMIT)
          .until(() -> stub.call("GetPreCheckTwice", "{\"id\": \"t\"}").statusCode() == 200);
      Response wrong = stub.call("GetPreCheckTwice", "{\"id\": 7}");
      assertThat(wrong.<String>path("errorDetail.violations[0].pointer")).isEqualTo("/id");
      assertThat(stub.call("StopPreCheck", "{\"id\": \"t\"}").statusCode()).isEqualTo(404);
      assertThat(stub.call("GetPreCheckResult", "{\"id\": \"t\", \"later\": true}").statusCode())
          .isEqualTo(200);
    }
  }

  /** A new action, an action less, and a member that the compiled types do not have. */
  private void addAction(JsonNode root) {
    ObjectNode paths = Contracts.object(root, "/paths");
    ObjectNode twice = paths.path("/api/v2/GetPreCheckResult").deepCopy();
    twice.withObject("/post").put("x-oms-action", "GetPreCheckTwice");
    paths.set("/api/v2/GetPreCheckTwice", twice);
    paths.remove("/api/v2/StopPreCheck");
    Contracts.object(root, "/components/schemas/GetPreCheckResultRequest/properties")
        .putObject("later")
        .put("type", "boolean");
  }

  /** As editors do it: the new file takes the place of the old one. */
  private void replace(byte[] contract) throws IOException {
    Path next = Files.write(folder.resolve("next"), contract);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String name(RunningStub stub) {
    return stub.call("GetPreCheckResult", GET).path("data.name");
  }
}
