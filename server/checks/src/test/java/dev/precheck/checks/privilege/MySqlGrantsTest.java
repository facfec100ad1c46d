package dev.precheck.checks.privilege;

import static dev.precheck.checks.privilege.GrantRows.grants;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.checks.Rows;
import dev.precheck.spi.Grant;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import org.junit.jupiter.api.Test;

/** Lines as MySQL 5.7.22 and 8.0.12 and MariaDB 11.4.5 print them, unless told otherwise. */
class MySqlGrantsTest {

  private static final QualifiedName T = new QualifiedName("shop_1", "t");

  @Test
  void allPrivileges() {
    MySqlGrants all =
        grants("GRANT ALL PRIVILEGES ON *.* TO 'o'b\"ri'@'%' WITH GRANT OPTION").read();

    assertThat(all.unread()).isEmpty();
    assertThat(all.global("RELOAD")).isTrue();
    assertThat(all.onSchema("SELECT", "any")).isTrue();
    assertThat(all.onTable("SELECT", T)).isTrue();
  }

  @Test
  void allPrivilegesOneByOne() {
    MySqlGrants all =
        grants(
                "GRANT SELECT, INSERT, RELOAD, CREATE TEMPORARY TABLES, LOCK TABLES, REPLICATION SLAVE,"
                    + " REPLICATION CLIENT ON *.* TO `o'b\"ri`@`%`",
                "GRANT BACKUP_ADMIN,BINLOG_ADMIN,SET_USER_ID ON *.* TO `o'b\"ri`@`%`",
                "GRANT ALL PRIVILEGES ON `shop_1`.* TO `o'b\"ri`@`%` WITH GRANT OPTION")
            .read();

    assertThat(all.unread()).isEmpty();
    assertThat(all.global("REPLICATION CLIENT")).isTrue();
    assertThat(all.global("SET_USER_ID")).isTrue();
    assertThat(all.global("BACKUP_ADMIN")).isTrue();
    assertThat(all.global("SUPER")).isFalse();
    assertThat(all.onSchema("DROP", "shop_1")).isTrue();
    assertThat(all.onSchema("DROP", "shop_2")).isFalse();
  }

  @Test
  void columnsAreNoTable() {
    MySqlGrants columns =
        grants(
                "GRANT USAGE ON *.* TO `u1`@`%`",
                "GRANT SELECT (`a`, `)b, ON`), INSERT (a, b), UPDATE ON `shop_1`.`t` TO `u1`@`%`")
            .read();

    assertThat(columns.unread()).isEmpty();
    assertThat(columns.onTable("SELECT", T)).isFalse();
    assertThat(columns.onSomeColumns("SELECT", T)).isTrue();
    assertThat(columns.onTable("UPDATE", T)).isTrue();
    assertThat(columns.onSomeColumns("UPDATE", T)).isFalse();
    assertThat(columns.onTable("UPDATE", new QualifiedName("shop_1", "T"))).isFalse();
    assertThat(columns.onSchema("UPDATE", "shop_1")).isFalse();
  }

  @Test
  void namesInQuotes() {
    MySqlGrants odd =
        grants(
                "GRANT SELECT ON \"shop_1\".\"o`dd\"\"x\" TO \"u1\"@\"%\"",
                "GRANT SELECT ON `shop_1`.`o``dd'.y` TO 'u1'@'%'",
                "GRANT SELECT ON test.* TO 'u1'@'%'")
            .read();

    assertThat(odd.unread()).isEmpty();
    assertThat(odd.onTable("SELECT", new QualifiedName("shop_1", "o`dd\"x"))).isTrue();
    assertThat(odd.onTable("SELECT", new QualifiedName("shop_1", "o`dd'.y"))).isTrue();
    assertThat(odd.onSchema("SELECT", "test")).as("as old TiDB prints it").isTrue();
  }

  @Test
  void aTableGrantHasNoWildcards() {
    MySqlGrants table = grants("GRANT SELECT ON `shop_1`.`t` TO `u`@`%`").read();

    assertThat(table.onTable("SELECT", new QualifiedName("shopX1", "t"))).isFalse();
  }

  @Test
  void wildcardsAndEscapes() {
    MySqlGrants escaped = grants("GRANT SELECT ON `db\\_%`.* TO `u`@`%`").read();
    MySqlGrants bare = grants("GRANT SELECT ON `db_1`.* TO `u`@`%`").read();

    assertThat(escaped.onSchema("SELECT", "db_1")).isTrue();
    assertThat(escaped.onSchema("SELECT", "db_")).isTrue();
    assertThat(escaped.onSchema("SELECT", "dbx1")).isFalse();
    assertThat(bare.onSchema("SELECT", "dbx1")).isTrue();
    assertThat(bare.onSchema("SELECT", "db_12")).isFalse();
  }

  @Test
  void theMostSpecificPatternCountsAlone() {
    GrantRows both =
        grants(
            "GRANT INSERT ON `wild%`.* TO `w`@`%`",
            "GRANT SELECT ON `wild\\_%`.* TO `w`@`%`",
            "GRANT DELETE ON `wild_1`.* TO `w`@`%`",
            "GRANT UPDATE ON `wild\\_2`.* TO `w`@`%`");

    assertThat(both.read().onSchema("SELECT", "wild_1")).isTrue();
    assertThat(both.read().onSchema("INSERT", "wild_1")).isFalse();
    assertThat(both.read().onSchema("UPDATE", "wild_2")).isTrue();
    assertThat(both.read().onSchema("SELECT", "wild_2")).isFalse();
    assertThat(both.read().onSchema("INSERT", "wilder")).isTrue();
    assertThat(both.active("`r`@`%`").read().onSchema("INSERT", "wild_1"))
        .as("with active roles MySQL adds them up")
        .isTrue();
  }

  @Test
  void mariaDbHasAnotherIdeaOfWhatIsSpecific() {
    assertThat(wins("zed\\_1a", "zed_1a", "zed_1a")).isTrue();
    assertThat(wins("zed_1a", "zed\\_1%", "zed_1a")).isTrue();
    assertThat(wins("zed%", "z%a", "zed_1a")).isTrue();
    assertThat(wins("zed%1a", "zed%", "zed_1a")).isTrue();
    assertThat(wins("zed_1a", "z_d_1a", "zed_1a")).isTrue();
    assertThat(wins("zed__a", "zed%", "zed_1a")).isTrue();
    assertThat(wins("z_d\\_1%", "zed%", "zed_1a")).isTrue();
    assertThat(wins("zed_%", "zed%", "zed_1a")).isTrue();
    assertThat(wins("zed%", "z_d%", "zed_1a")).isTrue();
    assertThat(wins("ze_\\_1_", "ze__1a", "zed_1a")).as("whichever came first").isFalse();
    assertThat(wins("ze__1a", "ze_\\_1_", "zed_1a")).as("whichever came first").isFalse();
  }

  private static boolean wins(String pattern, String other, String schema) {
    MySqlGrants both =
        grants(
                "GRANT SELECT ON `" + pattern + "`.* TO `u`@`%`",
                "GRANT INSERT ON `" + other + "`.* TO `u`@`%`")
            .with(Server.FACET, Rows.server("MariaDB", "11.4.5-MariaDB"))
            .read();
    return both.onSchema("SELECT", schema) && !both.onSchema("INSERT", schema);
  }

  @Test
  void partialRevokes() {
    GrantRows rows =
        grants(
            "GRANT SELECT, INSERT ON *.* TO `u`@`%`",
            "REVOKE SELECT ON `shop_1`.* FROM `u`@`%`", "GRANT SELECT ON `shop_1`.`t` TO `u`@`%`");
    MySqlGrants revoked = rows.with(Setting.FACET, new Setting("partial_revokes", "ON")).read();

    assertThat(revoked.unread()).isEmpty();
    assertThat(revoked.onSchema("SELECT", "shop_1")).isFalse();
    assertThat(revoked.onSchema("SELECT", "shopx1")).as("wildcards are literal then").isTrue();
    assertThat(revoked.onSchema("INSERT", "shop_1")).isTrue();
    assertThat(revoked.onTable("SELECT", T)).isTrue();
  }

  @Test
  void identifierCase() {
    GrantRows rows =
        grants(
            "GRANT SELECT ON `shop\\_1`.* TO `u`@`%`", "GRANT INSERT ON `shop_1`.`t` TO `u`@`%`");
    QualifiedName other = new QualifiedName("Shop_1", "T");

    assertThat(rows.read().onTable("SELECT", other)).isFalse();
    MySqlGrants folding = rows.with(Server.FACET, Rows.FOLDING_SERVER).read();
    assertThat(folding.onTable("SELECT", other)).isTrue();
    assertThat(folding.onTable("INSERT", other)).isTrue();
  }

  @Test
  void whatMySqlsRolesHaveIsShownAsTheAccounts() {
    MySqlGrants account =
        grants(
                "GRANT USAGE ON *.* TO `u1`@`%` WITH GRANT OPTION",
                "GRANT SELECT ON `shop_1`.* TO `u1`@`%`",
                "GRANT `rman`@`%`,`r3`@`%` TO `u1`@`%`",
                "GRANT `r1`@`%` TO `u1`@`%` WITH ADMIN OPTION")
            .active("`r1`@`%`,`r3`@`%`")
            .read();

    assertThat(account.unread()).isEmpty();
    assertThat(account.onSchema("SELECT", "shop_1")).isTrue();
    assertThat(account.roles().active()).containsExactly("r1@%", "r3@%");
    assertThat(account.roles().inactive()).containsExactly("rman@%");
  }

  @Test
  void mariaDbsRolesAndNames() {
    MySqlGrants account =
        grants(
                "GRANT `r3` TO `u1`@`%`",
                "GRANT `r1` TO `u1`@`%` WITH ADMIN OPTION",
                "GRANT BINLOG MONITOR, REPLICATION SLAVE ADMIN ON *.* TO `u1`@`%` IDENTIFIED BY PASSWORD"
                    + " '*B69027D44F6E5EDC07F1AEAD1477967B16F28227' WITH GRANT OPTION"
                    + " MAX_QUERIES_PER_HOUR 50",
                "GRANT `r2` TO `r1`",
                "GRANT USAGE ON *.* TO `r1`",
                "GRANT SELECT ON `shop_1`.* TO `r1`",
                "GRANT USAGE ON *.* TO `r2`",
                "GRANT INSERT ON `shop\\_%`.* TO `r2`",
                "GRANT DELETE ON `shop\\_%`.* TO `u1`@`%`",
                "GRANT DROP ON `shop\\_2`.* TO PUBLIC",
                "SET DEFAULT ROLE `r1` FOR `u1`@`%`")
            .active("r1")
            .with(Server.FACET, Rows.server("MariaDB", "11.4.5-MariaDB"))
            .read();

    assertThat(account.unread()).isEmpty();
    assertThat(account.global("REPLICATION CLIENT")).isTrue();
    assertThat(account.global("BINLOG MONITOR")).isTrue();
    assertThat(account.onSchema("SELECT", "shop_1")).isTrue();
    assertThat(account.onSchema("INSERT", "shop_1")).as("r1 has a better match").isFalse();
    assertThat(account.onSchema("INSERT", "shop_2")).isTrue();
    assertThat(account.onSchema("DELETE", "shop_1")).as("the account's own").isTrue();
    assertThat(account.onSchema("DROP", "shop_2")).as("everybody's").isTrue();
    assertThat(account.roles().inactive()).containsExactly("r3");
  }

  @Test
  void rolesWithoutQuotes() {
    MySqlGrants account =
        grants("GRANT Reader TO `u`@`%`", "GRANT SELECT ON `shop_1`.* TO `Reader`")
            .active("Reader")
            .read();

    assertThat(account.unread()).isEmpty();
    assertThat(account.roles().inactive()).isEmpty();
    assertThat(account.onSchema("SELECT", "shop_1")).isTrue();
  }

  @Test
  void whatLetsATableBeSeen() {
    assertThat(grants("GRANT DROP ON `shop_1`.* TO `u`@`%`").read().explains(T)).isTrue();
    assertThat(grants("GRANT SELECT (a) ON `shop_1`.`t` TO `u`@`%`").read().explains(T)).isTrue();
    assertThat(grants("GRANT TRIGGER ON *.* TO `u`@`%`").read().explains(T)).isTrue();
    assertThat(grants("GRANT PROCESS ON *.* TO `u`@`%`").read().explains(T)).isFalse();
    assertThat(grants("GRANT SELECT ON `other`.* TO `u`@`%`").read().explains(T)).isFalse();
  }

  @Test
  void whatIsNoneOfThePrivilegesOnTables() {
    MySqlGrants others =
        grants(
                "GRANT EXECUTE ON PROCEDURE `shop_1`.`p` TO `u`@`%`",
                "GRANT EXECUTE ON PACKAGE BODY `shop_1`.`p` TO `u`@`%`",
                "GRANT PROXY ON ''@'%' TO 'root'@'localhost' WITH GRANT OPTION")
            .read();

    assertThat(others.unread()).isEmpty();
    assertThat(others.onSchema("EXECUTE", "shop_1")).isFalse();
    assertThat(others.onTable("EXECUTE", new QualifiedName("shop_1", "p"))).isFalse();
  }

  @Test
  void whatIsNotUnderstoodIsToldAndGrantsNothing() {
    MySqlGrants strange =
        grants("GRANT", "GRANT SELECT ON `shop_1", "GRANT SELECT", "ALLOW ALL ON *.* TO `u`")
            .read();

    assertThat(strange.unread()).hasSize(4);
    assertThat(strange.global("SELECT")).isFalse();
  }

  @Test
  void nothingOfAPasswordBecomesPartOfARow() {
    for (String line :
        new String[] {
          "GRANT USAGE ON *.* TO `u`@`%` IDENTIFIED BY PASSWORD '*B690' WITH GRANT OPTION",
          "GRANT USAGE ON *.* TO `u`@`%`  identified  via ed25519 USING 'B690' OR unix_socket",
          "GRANT USAGE ON *.* TO 'o'u'@'%' IDENTIFIED WITH x AS 'a\nB690'"
        }) {
      assertThat(new Grant(line).text()).startsWith("GRANT USAGE ON *.* TO").doesNotContain("B690");
    }
    assertThat(new Grant("GRANT SELECT ON `identified`.* TO `u`@`%`").text()).endsWith("@`%`");
  }
}
