package dev.precheck.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreAddressTest {

  @Test
  void everyPartIsRead() {
    assertThat(
            StoreAddress.parse(
                "postgresql://a%40b:p%2F%3F@db.example:6543/my%20db?sslmode=require"))
        .isEqualTo(
            new StoreAddress("db.example", 6543, "my db", "a@b", Optional.of("p/?"), "require"));
    assertThat(StoreAddress.parse("postgres://u@[::1]/d"))
        .isEqualTo(new StoreAddress("::1", 5432, "d", "u", Optional.empty(), "prefer"));
  }

  @ParameterizedTest
  @CsvSource({
    "mysql://u:canary@h/d, does not begin with postgresql://",
    "jdbc:postgresql://h/d?user=u&password=canary, does not begin with postgresql://",
    "postgresql://u:canary@/d, host is missing",
    "postgresql://u:canary@h, database is missing",
    "postgresql://u:canary@h/d/e, database is missing",
    "postgresql://h/d, user is missing",
    "postgresql://u:ca nary@h/d, is no URI",
    "postgresql://u:canary@h/d?sslmode=yes, only option is sslmode",
    "postgresql://u:canary@h/d?socketFactory=x, only option is sslmode",
    "postgresql://u:canary@h/d?sslmode=require&socketFactory=x, only option is sslmode"
  })
  void whatIsNoneIsRefusedWithoutRepeatingIt(String text, String why) {
    assertThatThrownBy(() -> StoreAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PRECHECK_STORE")
        .hasMessageContaining(why)
        .hasMessageNotContaining("canary");
  }

  @Test
  void thePasswordIsNotPrinted() {
    assertThat(StoreAddress.parse("postgresql://u:canary@h/d").toString())
        .isEqualTo("postgresql://u@h:5432/d");
  }
}
