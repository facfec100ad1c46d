package dev.precheck.checks.expression;

import static dev.precheck.checks.Rows.server;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.checks.expression.Refusals.Place;
import dev.precheck.spi.Server;
import org.junit.jupiter.api.Test;

class RefusalsTest {

  private static final Server MYSQL = server("MySQL", "8.0.36");
  private static final Server MARIADB = server("MariaDB", "11.4.5-MariaDB");

  @Test
  void areThoseOfTheTarget() {
    String expression = "date_format(curdate(),'%Y') + unix_timestamp(`a`)";
    Refusals mySql = Refusals.between(MARIADB, MYSQL);
    Refusals mariaDb = Refusals.between(server("Percona Server", "8.0.36-28"), MARIADB);

    assertThat(mySql.in(expression, Place.VIRTUAL))
        .containsExactly("curdate()", "unix_timestamp()");
    assertThat(mySql.in(expression, Place.CHECK)).containsExactly("unix_timestamp()");
    assertThat(mariaDb.in(expression, Place.STORED)).containsExactly("date_format()");
    assertThat(mariaDb.in(expression, Place.VIRTUAL)).isEmpty();
  }

  @Test
  void thereAreNoneBetweenTwoOfAKindNorTwoFamilies() {
    Server other = server("PostgreSQL", "18.0");

    assertThat(Refusals.between(MARIADB, MARIADB).in("dayname(1)", Place.STORED)).isEmpty();
    assertThat(Refusals.between(other, MARIADB).in("dayname(1)", Place.STORED)).isEmpty();
    assertThat(Refusals.between(MARIADB, other).in("uuid()", Place.STORED)).isEmpty();
  }
}
