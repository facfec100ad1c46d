package dev.precheck.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precheck.engine.ClientCertificate;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Secret;
import dev.precheck.engine.TlsMode;
import dev.precheck.spi.Severity;
import dev.precheck.testkit.db.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code precheck check}: exit codes, passwords, refusals. */
class CheckCommandTest {

  private static String[] check(String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.add("check");
    arguments.addAll(
        List.of("--source", "mysql://u@localhost/shop", "--target", "mysql://u@127.0.0.1/shop"));
    arguments.addAll(Arrays.asList(more));
    return arguments.toArray(String[]::new);
  }

  private static ConnectionSpec source(Given given) {
    return given.connected().stream()
        .filter(spec -> spec.endpoint().host().equals("localhost"))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "NOTICE,  '',       0",
    "NOTICE,  --strict, 0",
    "WARNING, '',       0",
    "WARNING, --strict, 1",
    "ERROR,   '',       2",
    "ERROR,   --strict, 2",
    "UNKNOWN, '',       3",
    "UNKNOWN, --strict, 3"
  })
  void theExitCodeTellsHowItWent(Severity severity, String option, int code) {
    String[] arguments = option.isEmpty() ? check() : check(option);

    Given.Ran ran = Given.nothing().finds(severity).run(arguments);

    assertThat(ran.code()).isEqualTo(code);
    assertThat(ran.out()).contains("Told");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void thisMachineIsAllowedUnlessTheEnvironmentSaysOtherwise() {
    Given open = Given.nothing();
    Given closed = new Given(Map.of("PRECHECK_NETWORK_LOOPBACK", "false"));

    open.run(check());
    closed.run(check());

    assertThat(open.connected()).hasSize(2);
    assertThat(closed.connected()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PRECHECK_NETWORK_LOOPBACK, perhaps, it must be true or false",
    "PRECHECK_NETWORK_ALLOW, 10.0.0.1/8, the range itself is 10.0.0.0/8"
  })
  void aNetworkRuleThatCannotBeReadIsRefused(String variable, String value, String said) {
    Given.Ran ran = new Given(Map.of(variable, value)).run(check());

    assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(ran.err()).contains(variable).contains(value).contains(said);
  }

  @Test
  void theReportSaysWhatItIsAbout() {
    Given.Ran ran =
        Given.nothing().run(check("--exclude", "shop.tmp_*", "--map", "shop=wh", "--phases=incr"));

    assertThat(ran.code()).isEqualTo(ExitCodes.PASSED);
    assertThat(ran.out())
        .startsWith(
            """
            Migrates: shop.*
            But not: shop.tmp_*
            Renames: shop to wh
            Phases: incremental transfer

            Source, primary database: MySQL, u@localhost:3306/shop
            """);
  }

  @Test
  void jsonIsAllThatStandsInTheOutput() throws Exception {
    Given.Ran ran = Given.nothing().finds(Severity.ERROR).run(check("--format=json"));

    assertThat(ran.code()).isEqualTo(ExitCodes.FAILED);
    assertThat(new ObjectMapper().readTree(ran.out()).path("verdict").asText()).isEqualTo("FAILED");
  }

  @Test
  void whatWasAskedIsShownOnRequestOnly() throws Exception {
    Given.Ran without = Given.nothing().run(check("--format=json"));
    Given.Ran text = Given.nothing().run(check("--evidence"));
    Given.Ran json = Given.nothing().run(check("--evidence", "--format=json"));

    assertThat(new ObjectMapper().readTree(without.out()).has("evidence")).isFalse();
    assertThat(text.out())
        .contains("What was asked of the databases:")
        .containsPattern("source's primary database: connection, 1 row in [0-9]+ ms")
        .contains("localhost:3306 | shop | u | ");
    JsonNode login = new ObjectMapper().readTree(json.out()).path("evidence").path(0);
    assertThat(login.path("facet").asText()).isEqualTo("connection");
    assertThat(login.path("itemNames").path(0).asText()).startsWith("Source-Primary database-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--phases=fast",
        "--include=orders",
        "--table=orders",
        "--map=shop",
        "--connect-timeout=10",
        "--format=xml",
        "--source-tls=maybe",
        "--source-password-file=/no/such/file",
        "--source-ca=/no/such/file",
        "--password=x",
        "surplus"
      })
  void aWrongCommandLineIsRefusedWithOneSentence(String option) {
    Given given = Given.nothing();

    Given.Ran ran = given.run(check(option));

    assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("precheck: ").contains("\"precheck check --help\"");
    assertThat(ran.err().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(81));
    assertThat(given.connected()).isEmpty();
  }

  @Test
  void aPasswordInTheUriIsRefusedAndNotRepeated() {
    for (String option : List.of("--source", "--sorce")) {
      Given.Ran ran =
          Given.nothing().run("check", option, "mysql://u:can@ary@h/x", "--target", "mysql://u@h");

      assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
      assertThat(ran.out() + ran.err()).doesNotContain("can@ary");
    }
  }

  @Test
  void theSameDatabaseTwiceIsRefused() {
    String same = "mysql://u@localhost/shop";

    assertThat(Given.nothing().run("check", "--source", same, "--target", same).err())
        .contains("the same database");
    assertThat(
            Given.nothing()
                .run("check", "--source", same, "--target", same, "--map", "shop=shop2")
                .code())
        .isEqualTo(ExitCodes.PASSED);
  }

  @Test
  void thePasswordComesFromAFileElseTheEnvironmentElseAQuestion(@TempDir Path directory)
      throws Exception {
    Path file = Files.writeString(directory.resolve("pw"), "from file\r\nsecond line\n");
    Map<String, String> environment = Map.of("PRECHECK_SOURCE_PASSWORD", "from environment");

    Given withAll = new Given(environment).answers("typed");
    withAll.run(check("--source-password-file", file.toString()));
    Given withEnvironment = new Given(environment).answers("typed");
    withEnvironment.run(check());
    Given withNobody = Given.nothing();
    withNobody.run(check());
    Given withEmpty = new Given(Map.of("PRECHECK_SOURCE_PASSWORD", "")).answers("typed");
    withEmpty.run(check());

    assertThat(source(withAll).password().map(Secret::reveal)).contains("from file");
    assertThat(source(withEnvironment).password().map(Secret::reveal)).contains("from environment");
    assertThat(withEnvironment.connected().stream().map(s -> s.password().map(Secret::reveal)))
        .contains(java.util.Optional.of("typed"));
    assertThat(source(withNobody).password()).isEmpty();
    assertThat(source(withEmpty).password()).isEmpty();
  }

  @Test
  void aPasswordMayBeReferredTo(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("pw"), "from file\n");
    Map<String, String> environment =
        Map.of("PRECHECK_SOURCE_PASSWORD", "wrong", "ANY_NAME", "from environment");

    for (String[] pair :
        new String[][] {
          {"env:ANY_NAME", "from environment"},
          {"file:" + file, "from file"},
          {"file:" + Path.of("").toAbsolutePath().relativize(file), "from file"},
          {"testvault:db/shop", "from-the-vault"}
        }) {
      Given given = new Given(environment);
      given.run(check("--source-password-ref", pair[0]));

      assertThat(source(given).password().map(Secret::reveal)).contains(pair[1]);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "env:NO_SUCH, no environment variable NO_SUCH",
    "file:/no/such/file, no file /no/such/file",
    "vault:x, env",
    "plain, scheme:name"
  })
  void aReferenceThatCannotBeFollowedIsRefused(String reference, String why) {
    Given given = Given.nothing();

    Given.Ran ran = given.run(check("--source-password-ref", reference));

    assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(ran.err().replace('\n', ' ')).contains("--source-password-ref").contains(why);
    assertThat(given.connected()).isEmpty();
  }

  @Test
  void aCaMeansThatTheServerIsVerified(@TempDir Path directory) throws Exception {
    Path noPem = Files.writeString(directory.resolve("ca.pem"), "no certificate");

    Given plain = Given.nothing();
    plain.run(check("--target-tls", "require"));

    assertThat(source(plain).tls()).isEqualTo(TlsMode.PREFER);
    assertThat(plain.connected()).anyMatch(spec -> spec.tls() == TlsMode.REQUIRE);
    assertThat(refused("--source-ca", noPem.toString())).contains("holds no certificate");
  }

  @Test
  void aClientCertificateIsLookedAtBeforeAPasswordIsAskedFor(@TempDir Path directory)
      throws Exception {
    ClientCertificate shown = TestCertificates.get().client();
    String chain = file(directory, "client.pem", shown.chain());
    String key = file(directory, "key.pem", shown.key().reveal());
    String other = file(directory, "other.pem", TestCertificates.get().stranger().key().reveal());

    Given given = Given.nothing();
    given.run(check("--source-client-cert", chain, "--source-client-key", key));
    assertThat(source(given).clientCertificate().orElseThrow().chain()).isEqualTo(shown.chain());

    assertThat(refused("--source-client-cert", chain)).contains("--source-client-key is missing");
    assertThat(refused("--source-client-cert", chain, "--source-client-key", other))
        .contains("--source-client-key: the file " + other, "is not the key of this certificate");
    assertThat(refused("--target-client-cert", key, "--target-client-key", key))
        .contains("--target-client-cert: the file " + key, "holds no certificate");
    assertThat(
            refused(
                "--source-client-cert",
                chain,
                "--source-client-key",
                key,
                "--source-tls",
                "disable"))
        .contains("is of no use with --source-tls disable");
  }

  private static String file(Path directory, String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  private static String refused(String... arguments) {
    Given given = Given.nothing();
    Given.Ran ran = given.run(check(arguments));
    assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(given.connected()).isEmpty();
    return ran.err().replace('\n', ' ');
  }
}
