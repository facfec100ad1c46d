package dev.precheck.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {

  @ParameterizedTest
  @CsvSource({
    "08006, true", // connection failure
    "57P01, true", // admin shutdown
    "57P05, true", // idle session timeout
    "25006, true", // read only: the server became a standby
    "40P01, true", // deadlock
    "53100, true", // disk full
    "53300, true", // too many connections
    "23505, false", // unique violation
    "42P01, false", // undefined table
    "42501, false", // insufficient privilege
    "57014, false" // canceled by a user
  })
  void itIsTheServersStateThatTells(String state, boolean away) {
    SQLException failure = new SQLException("refused", state);
    assertThat(Outage.is(new IllegalStateException(failure))).isEqualTo(away);
  }

  @Test
  void aPoolThatHasNoConnectionToGiveTells() {
    assertThat(Outage.is(new RuntimeException(new SQLTransientConnectionException("none left"))))
        .isTrue();
    assertThat(Outage.is(new RuntimeException("08006"))).isFalse();
  }
}
