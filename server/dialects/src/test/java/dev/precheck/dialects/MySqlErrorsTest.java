package dev.precheck.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.ConnectionAttempt.Stage;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MySqlErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "1045, 28000, AUTH",
    "1698, 28000, AUTH",
    "1129, HY000, AUTH",
    "1130, HY000, AUTH",
    "1203, 42000, AUTH",
    "1226, 42000, AUTH",
    "1251, 08004, AUTH",
    "1862, HY000, AUTH",
    "3118, HY000, AUTH",
    "1044, 42000, DATABASE",
    "1049, 42000, DATABASE",
    "3159, HY000, TLS",
    "1040, 08004, PROBE",
    "1053, 08S01, PROBE",
    "1193, HY000, PROBE"
  })
  void eachErrorNumberTellsTheStage(int number, String state, Stage stage) {
    SQLException failure = new SQLException("(conn=7) The server's words", state, number);

    assertThat(MySqlErrors.explain(failure))
        .isEqualTo(new Failure(stage, number + " (" + state + ")", "The server's words"));
  }

  @Test
  void theErrorOfTheServerIsFoundBehindTheDrivers() {
    SQLException failure = new SQLException("Initialization command fail", "08000", -1);
    failure.initCause(new SQLException("(conn=-1) Unknown system variable 'x'", "HY000", 1193));

    assertThat(MySqlErrors.explain(failure))
        .isEqualTo(new Failure(Stage.PROBE, "1193 (HY000)", "Unknown system variable 'x'"));
  }

  @ParameterizedTest
  @CsvSource({"1205", "1317", "1969", "3024"})
  void runningOutOfTimeIsATimeout(int number) {
    assertThat(MySqlErrors.isTimeout(new SQLException("slow", "HY000", number))).isTrue();
  }
}
