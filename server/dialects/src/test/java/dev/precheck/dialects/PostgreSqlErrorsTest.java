package dev.precheck.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.ConnectionAttempt.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.GT;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

final class PostgreSqlErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "28P01, AUTH",
    "28000, AUTH",
    "3D000, DATABASE",
    "42501, DATABASE",
    "55000, DATABASE",
    "53300, PROBE",
    "57P03, PROBE",
    "57P01, PROBE",
    "08P01, PROBE"
  })
  void eachCodeTellsTheStage(String code, Stage stage) {
    PSQLException failure = server("SFATAL\0C" + code + "\0MNo.\0DBecause.\0HDo this.\0\0");

    assertThat(PostgreSqlErrors.explain(failure))
        .isEqualTo(new Failure(stage, code, "No.: Because. Do this."));
  }

  @Test
  void aServerWithoutTlsIsKnownInAnyLanguage() {
    PSQLException failure =
        new PSQLException(GT.tr("The server does not support SSL."), PSQLState.CONNECTION_REJECTED);

    assertThat(PostgreSqlErrors.explain(failure).stage()).isEqualTo(Stage.TLS);
  }

  @Test
  void aDriverThatCannotLogInFailsAtTheLogin() {
    PSQLException failure =
        new PSQLException("The authentication type 7 is unknown", PSQLState.CONNECTION_REJECTED);

    assertThat(PostgreSqlErrors.explain(failure).stage()).isEqualTo(Stage.AUTH);
  }

  private static PSQLException server(String fields) {
    return new PSQLException(new ServerErrorMessage(fields));
  }
}
