package dev.precheck.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precheck.spi.Severity;
import org.junit.jupiter.api.Test;

/** {@code precheck checks}, and what all commands have in common. */
class ChecksCommandTest {

  private final Given given = Given.nothing().finds(Severity.WARNING);

  @Test
  void listsTheCatalogue() {
    assertThat(given.run("checks").out())
        .isEqualTo(
            """
            ID        WHAT IS CHECKED  ON                 AT WORST
            RDB_TOLD  Told             source and target  WARNING

            1 check.
            "precheck checks ID" tells everything about one.
            """);
  }

  @Test
  void tellsEverythingAboutOne() {
    assertThat(given.run("checks", "rdb_told").out())
        .isEqualTo(
            """
            RDB_TOLD: Told

            What must hold: It holds.
            Why: It matters.
            When: Applies to every plan.
            Where: Looks at the source and target.
            Skipping: Cannot be skipped.
            Removing: Taking objects out of the plan does not make it pass.

            Problems it can find:

              TOLD, makes the item WARNING
                Told.
                What to do: Do it.
            """);
  }

  @Test
  void isJsonForPrograms() throws Exception {
    JsonNode list = new ObjectMapper().readTree(given.run("checks", "--format", "json").out());

    assertThat(list).hasSize(1);
    assertThat(list.get(0).path("checkType").asText()).isEqualTo("RDB_TOLD");
    assertThat(list.get(0).path("sides").toString()).isEqualTo("[\"SOURCE\",\"DEST\"]");
    assertThat(list.get(0).path("problems").get(0).path("severity").asText()).isEqualTo("WARNING");
  }

  @Test
  void anUnknownCheckIsRefused() {
    Given.Ran ran = given.run("checks", "RDB_NOT");

    assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(ran.err()).contains("There is no check \"RDB_NOT\"");
  }

  @Test
  void anUnknownEngineIsRefused() {
    Given.Ran ran = given.run("checks", "--source-type", "oracle");

    assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(ran.err()).contains("mysql, mariadb, postgresql");
  }

  @Test
  void withoutACommandItSaysWhatIsMissing() {
    assertThat(given.run().code()).isEqualTo(ExitCodes.USAGE);
    assertThat(given.run().err()).contains("A command is missing.");
    assertThat(given.run("--help").code()).isZero();
    assertThat(given.run("--help").out()).contains("checks");
  }
}
