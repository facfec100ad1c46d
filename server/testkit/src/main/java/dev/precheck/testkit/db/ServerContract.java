package dev.precheck.testkit.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.TlsMode;
import dev.precheck.spi.AccountState;
import dev.precheck.spi.ConnectionUse;
import dev.precheck.spi.Facet;
import dev.precheck.spi.Link;
import dev.precheck.spi.ServerState;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Upstream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What a server says of its own state, to any account. */
abstract class ServerContract extends FacetContract {

  ServerContract(TestDatabase database) {
    super(database);
  }

  @Test
  public void itIsTheSameServerToEverybody() throws SQLException {
    String[] first = only(nobody(), ServerState.FACET);
    String[] second = only(running().superuser(), ServerState.FACET);

    assertThat(first[0]).isNotBlank().isEqualTo(second[0]);
    long apart = Long.parseLong(first[1]) - Long.parseLong(second[1]);
    assertThat(Math.abs(apart)).as("seconds between two starts").isLessThanOrEqualTo(2);
    assertThat(first[8]).as("TLS of a session in clear text").isEmpty();
  }

  @Test
  public void anEncryptedSessionSaysSo() throws SQLException {
    if (running().authority().isPresent()) {
      String[] state = only(Specs.with(running().superuser(), TlsMode.REQUIRE), ServerState.FACET);
      assertThat(state[8]).startsWith("TLSv1.");
    }
  }

  @Test
  public void anybodySeesHowManyConnectionsThereAre() throws SQLException {
    ConnectionSpec nobody = nobody();
    try (Connection other = dialect().connect(nobody, Routes.to(nobody), Deadlines.standard())) {
      String[] use = only(nobody, ConnectionUse.FACET);
      assertThat(other.isClosed()).isFalse();
      switch (database().flavour()) {
        case MYSQL, MARIADB -> {
          assertThat(use[0]).isEqualTo("100");
          assertThat(Integer.parseInt(use[1])).isGreaterThanOrEqualTo(2);
          assertThat(List.of(use).subList(2, 8))
              .containsExactly("-1", "0", "-1", "2", nobody.endpoint().user(), "%");
        }
        case POSTGRESQL -> {
          assertThat(use[0]).as("60 less 3 for superusers").isEqualTo("57");
          assertThat(Integer.parseInt(use[1])).isGreaterThanOrEqualTo(2);
          assertThat(List.of(use).subList(4, 8))
              .containsExactly("-1", "2", nobody.endpoint().user(), "");
        }
        case H2 -> assertThat(use[0]).isEqualTo("-1");
      }
    }
  }

  @Test
  public void anAccountOfNoLimitsHasNone() throws SQLException {
    assertThat(List.of(only(running().superuser(), AccountState.FACET)).subList(2, 8))
        .containsExactly("false", "false", "-1", "0", "0", "0");
  }

  /** Nobody can log in to such an account: this happens to a session that is there already. */
  @Test
  public void anAccountThatIsLockedOrExpiresMeanwhileSaysSo() throws SQLException {
    if (database().flavour() == Flavour.H2) {
      return;
    }
    ConnectionSpec account =
        running()
            .createUser(
                running().fresh("o\"ther"),
                "secret",
                switch (database().flavour()) {
                  case MYSQL -> "GRANT SELECT ON mysql.user TO {user}";
                  case MARIADB -> "GRANT SELECT ON mysql.global_priv TO {user}";
                  default -> "ALTER ROLE {user} VALID UNTIL 'infinity'";
                });
    String user = running().engine().quoted(account.endpoint().user());
    try (Connection connection =
        dialect().connect(account, Routes.to(account), Deadlines.standard())) {
      if (database().flavour() == Flavour.POSTGRESQL) {
        running().execute("ALTER ROLE " + user + " NOLOGIN VALID UNTIL '2020-01-01'");
      } else {
        running().execute("ALTER USER " + user + " ACCOUNT LOCK PASSWORD EXPIRE");
      }
      assertThat(FacetRows.read(connection, dialect(), AccountState.FACET, List.of()))
          .singleElement(InstanceOfAssertFactories.STRING)
          .startsWith(account.endpoint().user() + " | ")
          .contains(" | true | true | ");
    }
  }

  @Test
  public void aPrimaryHasNoUpstream() throws SQLException {
    assertThat(read(running().superuser(), Upstream.FACET, List.of())).isEmpty();
  }

  @Test
  public void theClockCountsMicroseconds() throws SQLException {
    String sql = dialect().sql(Link.FACET).orElseThrow();
    try (Connection connection =
            dialect().connect(nobody(), Routes.to(nobody()), Deadlines.standard());
        Statement statement = connection.createStatement();
        ResultSet clock = statement.executeQuery(sql)) {
      assertThat(clock.next()).isTrue();
      Instant there = Instant.EPOCH.plusNanos(TimeUnit.MICROSECONDS.toNanos(clock.getLong(1)));
      assertThat(Duration.between(there, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
    }
  }

  /** This session brings a limit of its own, which is not the account's. */
  @Test
  public void whatIsSetForAnAccountIsAmongItsSettings() throws SQLException {
    if (database().flavour() == Flavour.POSTGRESQL) {
      ConnectionSpec hasty =
          running()
              .createUser(
                  running().fresh("hasty"),
                  "secret",
                  "ALTER ROLE {user} SET statement_timeout = '7min'",
                  "ALTER ROLE {user} SET lock_timeout = '1min'",
                  "ALTER ROLE {user} IN DATABASE postgres SET lock_timeout = '2min'",
                  "ALTER ROLE {user} SET work_mem = '5MB'");
      assertThat(read(hasty, Setting.FACET, List.of()))
          .contains("statement_timeout | 420000", "lock_timeout | 120000", "work_mem | 5120")
          .doesNotHaveDuplicates();
    }
  }

  private ConnectionSpec nobody() {
    return running().createUser(running().fresh("nobody"), "secret");
  }

  private String[] only(ConnectionSpec spec, Facet<?> facet) throws SQLException {
    List<String> rows = read(spec, facet, List.of());
    assertThat(rows).hasSize(1);
    return rows.get(0).split(" \\| ", -1);
  }
}
