package dev.precheck.checks.expression;

import static dev.precheck.checks.Rows.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.spi.Server;
import dev.precheck.spi.Version;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingConstructsTest {

  private static final Server MYSQL = server("MySQL", "8.0.36");
  private static final Server MARIADB = server("MariaDB", "11.4.5-MariaDB");

  private static MissingConstructs between(Server source, Server target) {
    return MissingConstructs.between(source, target, Optional.empty());
  }

  @Test
  void namesWhatTheSourceHasAndTheTargetLacks() {
    MissingConstructs missing = between(MYSQL, MARIADB);

    assertThat(missing.in("is_uuid(`a`) and 1 member of (`b`)"))
        .containsExactly("is_uuid()", "member of");
    assertThat(missing.syntaxIn("is_uuid(`a`) and 1 member of (`b`)")).containsExactly("member of");
    assertThat(missing.in("md5(`a`)")).isEmpty();
  }

  @Test
  void aFunctionThatTheSourceHasNotEitherIsSomebodysOwn() {
    assertThat(between(MARIADB, MARIADB).in("is_uuid(`a`)")).isEmpty();
    assertThat(between(MARIADB, MYSQL).in("is_uuid(`a`)")).isEmpty();
    assertThat(between(MYSQL, MYSQL).in("is_uuid(`a`)")).isEmpty();
  }

  @Test
  void perconaHasWhatMySqlHas() {
    Server percona = server("Percona Server", "8.0.36-28");

    assertThat(between(percona, MARIADB).in("is_uuid(1)")).hasSize(1);
    assertThat(between(MARIADB, percona).in("nvl2(1,2,3)")).hasSize(1);
  }

  @Test
  void ofOtherProductsNothingIsSaid() {
    Server other = server("PostgreSQL", "18.0");

    assertThat(between(MYSQL, other).in("is_uuid(1)")).isEmpty();
    assertThat(between(other, MYSQL).in("nvl2(1,2,3)")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-, 9.7.4, false",
    "+, 5.7.0, true",
    "8.0.17, 8.0.16, false",
    "8.0.17, 8.0.17, true",
    "8.0.17, 9.0.0, true",
    "<9.6, 9.5.0, true",
    "<9.6, 9.6.0, false",
  })
  void cellsAreVersions(String cell, String version, boolean has) {
    assertThat(Availability.parse(cell).includes(Version.parse(version))).isEqualTo(has);
  }

  @Test
  void otherCellsAreNone() {
    assertThatThrownBy(() -> Availability.parse("always"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
