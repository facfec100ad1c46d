package dev.precheck.testkit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.spi.Grant;
import dev.precheck.spi.PgAccount;
import dev.precheck.spi.PgSchemaPrivilege;
import dev.precheck.spi.SessionRoles;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What facets say of what an account may do. */
abstract class PrivilegeContract extends ServerObjectContract {

  PrivilegeContract(TestDatabase database) {
    super(database);
  }

  @Test
  public void anAccountReadsItsGrants() throws SQLException {
    assumeThat(dialect().sql(Grant.FACET).filter(sql -> !sql.isBlank()))
        .as("servers with SHOW GRANTS")
        .isPresent();
    String schema = running().freshSchema("gr`ant");
    String user = running().fresh("o'b\"ri`en");
    String quoted = running().engine().quoted(schema);
    ConnectionSpec account =
        running().createUser(user, "secret", "GRANT SELECT ON " + quoted + ".* TO {user}");

    assertThat(read(account, Grant.FACET, List.of()))
        .hasSize(2)
        .anyMatch(row -> row.startsWith("GRANT USAGE ON *.* TO "))
        .anyMatch(row -> row.startsWith("GRANT SELECT ON " + quoted + ".* TO "));
    assertThat(read(account, SessionRoles.FACET, List.of()))
        .singleElement()
        .asString()
        .matches(row -> row.startsWith(user + "@% | "));
  }

  @Test
  public void aPostgreSqlServerSaysWhatAnAccountMayDo() throws SQLException {
    assumeThat(dialect().sql(PgAccount.FACET)).as("PostgreSQL").isPresent();
    String schema = running().freshSchema("us\"able");
    String hidden = running().freshSchema("hidden");
    String user = running().fresh("o'b\"ri`en");
    ConnectionSpec account =
        running()
            .createUser(
                user,
                "secret",
                "GRANT USAGE ON SCHEMA " + running().engine().quoted(schema) + " TO {user}");

    assertThat(read(account, PgSchemaPrivilege.FACET, List.of()))
        .contains(schema + " | true | false", hidden + " | false | false");
    assertThat(read(account, PgAccount.FACET, List.of()))
        .singleElement()
        .asString()
        .startsWith(user + " | postgres | false | false | true | true | false | false | ");
    assertThat(read(running().superuser(), PgAccount.FACET, List.of()))
        .singleElement()
        .asString()
        .startsWith("precheck_admin | postgres | true | true | true | true | true | true | ");
  }
}
