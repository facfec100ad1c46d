package dev.precheck.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.app.cli.service.Service;
import dev.precheck.app.identity.TokenText;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code precheck tokens}. */
class TokensCommandTest {

  private Path data = Path.of("");

  @BeforeEach
  void start(@TempDir Path directory) {
    data = directory.resolve("data");
  }

  private Given.Ran tokens(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "tokens";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return new Given(Map.of("PRECHECK_DATA_DIR", data.toString())).run(all);
  }

  @Test
  void aTokenIsMadeListedUsedAndRevoked() throws Exception {
    Given.Ran made = tokens("create", "--name", "ci", "--role", "viewer", "--tenant", "acme");
    assertThat(made.err()).isEmpty();
    String text = made.out().strip();
    String id = TokenText.parse(text).orElseThrow().id();
    assertThat(tokens("list", "--tenant", "acme").out())
        .contains(id, "VIEWER", "acme", "ci", "no expiry", "never used")
        .doesNotContain(text);
    assertThat(tokens("list").out()).isEmpty();
    assertThat(tokens("create", "--name", "ci", "--role", "viewer", "--tenant", "acme").err())
        .contains("belongs to the API token `" + id + "` already");

    try (Service service = serve()) {
      assertThat(status(service, text)).isEqualTo(200);
    }
    assertThat(tokens("list", "--tenant", "acme").out()).contains("used 20");
    assertThat(tokens("revoke", id).out()).contains(id, "revoked 20");
    try (Service service = serve()) {
      assertThat(status(service, text)).isEqualTo(401);
      assertThat(service.firstToken()).isEmpty();
    }
  }

  private Service serve() {
    return Service.start(Map.of("precheck.data-dir", data.toString(), "micronaut.server.port", -1));
  }

  private static int status(Service service, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service.uri() + "/api/v2/ListDataSource"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @ParameterizedTest
  @CsvSource({
    "create --name x --role boss, VIEWER",
    "create --role viewer, --name",
    "create --name x --role viewer --tenant A, lower-case",
    "create --name x --role viewer --days 0, 1 to 36500",
    "list --tenant ../x, lower-case",
    "revoke tk_none, There is no API token",
    "revoke, ID"
  })
  void whatCannotBeIsRefused(String arguments, String why) {
    Given.Ran ran = tokens(arguments.split(" "));

    assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(ran.err().replace('\n', ' ')).contains(why);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void withoutACommandItSaysSo() {
    assertThat(tokens().err()).contains("A command is missing.");
  }
}
