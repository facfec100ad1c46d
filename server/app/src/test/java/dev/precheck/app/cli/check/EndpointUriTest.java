package dev.precheck.app.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Endpoint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URIs are taken apart into fields, and nothing gets by them. */
class EndpointUriTest {

  private static final List<DatabaseEngine> ENGINES =
      List.of(DatabaseEngine.MYSQL, DatabaseEngine.MARIADB, DatabaseEngine.POSTGRESQL);

  private static Endpoint parse(String uri) {
    return EndpointUri.parse(uri, ENGINES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          mysql://u@h                             | MYSQL      | h          | 3306 | -      | u
          mysql://u@h/                            | MYSQL      | h          | 3306 | -      | u
          mysql://u@h:3307/shop                   | MYSQL      | h          | 3307 | shop   | u
          MySQL://u@h:/shop                       | MYSQL      | h          | 3306 | shop   | u
          mariadb://u@10.0.0.1/shop               | MARIADB    | 10.0.0.1   | 3306 | shop   | u
          postgresql://u@db_1.internal/shop       | POSTGRESQL | db_1.internal | 5432 | shop | u
          postgres://u@h:65535/shop               | POSTGRESQL | h          | 65535 | shop  | u
          mysql://u@[::1]:3307/shop               | MYSQL      | ::1        | 3307 | shop   | u
          mysql://u@[fe80::1]/shop                | MYSQL      | fe80::1    | 3306 | shop   | u
          mysql://us%40er%3A@h/a%2Fb%3Fc+d        | MYSQL      | h          | 3306 | a/b?c+d | us@er:
          mysql://%C3%BCser@h/%E6%95%B0           | MYSQL      | h          | 3306 | 数      | üser
          mysql://u;INIT=x@h/a;b=c                | MYSQL      | h          | 3306 | a;b=c  | u;INIT=x
          """)
  void isTakenApart(
      String uri, String engine, String host, int port, String database, String user) {
    Endpoint endpoint = parse(uri);

    assertThat(endpoint.engine().id()).isEqualTo(engine);
    assertThat(endpoint.host()).isEqualTo(host);
    assertThat(endpoint.port()).isEqualTo(port);
    assertThat(endpoint.database()).isEqualTo(Optional.ofNullable(database));
    assertThat(endpoint.user()).isEqualTo(user);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mysql://h/shop                            | The user is missing
          mysql://@h/shop                           | The user is missing
          mysql://u@/shop                           | The host is missing
          mysql://u@:3306/shop                      | The host is missing
          mysql://u@h:0/shop                        | no port
          mysql://u@h:65536/shop                    | no port
          mysql://u@h:99999999999/shop              | no port
          mysql://u@h:33o6/shop                     | no port
          mysql://u@h/shop/orders                   | does not have the form
          mysql:u@h/shop                            | does not have the form
          shop                                      | does not have the form
          mysql://u@h/shop?allowLoadLocalInfile=true | Options are not taken from the URI
          mysql://u@h/?allowLoadLocalInfile=true    | Options are not taken from the URI
          mysql://u@h/shop#x                        | Options are not taken from the URI
          mysql://u@h,h2/shop                       | is no host
          mysql://u@h(x)/shop                       | is no host
          mysql://u@h%2Fx/shop                      | is no host
          mysql://u@address=(host=x)/shop           | is no host
          mysql://u@[::1/shop                       | does not have the form
          mysql://u@[zz]/shop                       | is no host
          mysql://u@-h/shop                         | is no host
          mysql://u@h/a%00b                         | none of them a control
          mysql://u%0A@h/a                          | none of them a control
          mysql://u@h/a%zz                          | two hexadecimal digits
          mysql://u@h/a%4                           | two hexadecimal digits
          postgresql://u@h                          | The database is missing
          oracle://u@h/x                            | there is mariadb, mysql, postgresql.
          h2://u@h/x                                | only for the built-in demo
          jdbc:mysql://u@h/x                        | JDBC URLs are not taken
          """)
  void isRefused(String uri, String why) {
    assertThatThrownBy(() -> parse(uri))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://u:canary@h/shop",
        "mysql://u:canary@x@h/shop",
        "mysql://u:canary/?#%@h/shop",
        "mysql://:canary@h",
        "jdbc:mysql://u:canary@h/shop",
        "nonsense://u:canary@h/shop",
        "mysql://u:@h/shop"
      })
  void aPasswordIsRefusedAndNotRepeated(String uri) {
    assertThatThrownBy(() -> parse(uri))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds a password")
        .hasMessageContaining("PRECHECK_SOURCE_PASSWORD")
        .hasMessageContaining("--target-password-file")
        .hasMessageNotContaining("canary");
  }

  @Test
  void aNameIsAtMost128Characters() {
    assertThat(parse("mysql://u@h/" + "d".repeat(128)).database()).isPresent();
    assertThatThrownBy(() -> parse("mysql://u@h/" + "d".repeat(129)))
        .hasMessageContaining("1 to 128");
  }
}
