package dev.precheck.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precheck.app.Canary;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code precheck check} from MySQL to PostgreSQL, until nothing stands in the way. */
class CheckIT {

  private static final String PASSWORD = Canary.PASSWORD;

  private final RunningDatabase mysql = TestDatabase.MYSQL_8_0.start();
  private final RunningDatabase postgres = TestDatabase.POSTGRESQL_18.start();
  private String shop = "";
  private String user = "";
  private String targetSchema = "";

  @BeforeEach
  void create() {
    shop = mysql.freshSchema("cli_shop");
    mysql.execute(
        "CREATE TABLE %s.orders (id INT PRIMARY KEY)".formatted(shop),
        "CREATE TABLE %s.clicks (at DATETIME)".formatted(shop));
    user = mysql.fresh("reader");
    targetSchema = postgres.fresh("cli_wh");
    mysql.createUser(
        user, PASSWORD, "GRANT SELECT, TRIGGER, EVENT, EXECUTE ON " + shop + ".* TO {user}");
    postgres.createUser(user, PASSWORD);
  }

  private String source() {
    return "mysql://%s@localhost:%d/%s".formatted(user, mysql.port(), shop);
  }

  private String target() {
    String database = postgres.superuser().endpoint().database().orElseThrow();
    return "postgresql://%s@localhost:%d/%s".formatted(user, postgres.port(), database);
  }

  private Given.Ran check(String sourcePassword, String... more) {
    Map<String, String> environment =
        Map.of("PRECHECK_SOURCE_PASSWORD", sourcePassword, "PRECHECK_TARGET_PASSWORD", PASSWORD);
    List<String> arguments =
        new ArrayList<>(List.of("check", "--source", source(), "--target", target()));
    arguments.addAll(List.of("--map", shop + "=" + targetSchema));
    arguments.addAll(Arrays.asList(more));
    Given.Ran ran = Given.real(environment).run(arguments.toArray(String[]::new));
    assertThat(Canary.in(ran.out() + ran.err())).isEmpty();
    return ran;
  }

  private void createTargetSchema() {
    postgres.execute(
        "CREATE SCHEMA " + targetSchema,
        "GRANT USAGE, CREATE ON SCHEMA " + targetSchema + " TO " + user);
  }

  @Test
  void aFaultIsToldAndOnceMendedItIsGone() {
    Given.Ran faulty = check(PASSWORD);
    createTargetSchema();
    Given.Ran warned = check(PASSWORD, "--strict");
    Given.Ran without = check(PASSWORD, "--strict", "--exclude", shop + ".clicks");

    assertThat(faulty.code()).isEqualTo(ExitCodes.FAILED);
    assertThat(faulty.out())
        .contains("Migrates: " + shop + ".*")
        .contains("CREATE SCHEMA \"" + targetSchema + "\";")
        .contains("clicks");
    assertThat(warned.code()).as(warned.out()).isEqualTo(ExitCodes.WARNING);
    assertThat(without.code()).as(without.out()).isEqualTo(ExitCodes.PASSED);
  }

  @Test
  void aWrongPasswordIsOneFailureAndTheOtherSideIsChecked() throws Exception {
    Given.Ran ran = check("wrong", "--format=json");

    assertThat(ran.code()).isEqualTo(ExitCodes.FAILED);
    JsonNode report = new ObjectMapper().readTree(ran.out());
    assertThat(report.findValuesAsText("code")).contains("CONNECT_AUTH");
    assertThat(report.findValuesAsText("reasonCode")).contains("BLOCKED");
  }

  @Test
  void theServerIsVerifiedWhereACaIsGiven(@TempDir Path directory) throws Exception {
    Path ca = directory.resolve("ca.pem");
    Files.writeString(ca, postgres.authority().orElseThrow());
    createTargetSchema();

    Given.Ran trusted = check(PASSWORD, "--target-ca", ca.toString());
    Given.Ran untrusted = check(PASSWORD, "--target-tls", "verify-full");

    assertThat(trusted.code()).as(trusted.out()).isEqualTo(ExitCodes.PASSED);
    assertThat(untrusted.code()).isEqualTo(ExitCodes.FAILED);
    assertThat(untrusted.out()).contains("no secure connection");
  }

  @Test
  void aTableThatIsNotThereIsTold() {
    createTargetSchema();

    Given.Ran ran = check(PASSWORD, "--table", shop + ".nosuch=" + targetSchema + ".x");

    assertThat(ran.code()).isEqualTo(ExitCodes.FAILED);
    assertThat(ran.out()).contains(shop + ".nosuch").contains("RDB_TABLE_EXIST");
  }
}
