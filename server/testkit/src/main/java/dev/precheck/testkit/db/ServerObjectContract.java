package dev.precheck.testkit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.spi.Account;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Extension;
import dev.precheck.spi.PgTypePart;
import dev.precheck.spi.StorageEngine;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of a server's objects that are in no schema. */
abstract class ServerObjectContract extends ServerContract {

  ServerObjectContract(TestDatabase database) {
    super(database);
  }

  @Test
  public void storageEnginesTellWhetherTheyTakePartInTransactions() throws SQLException {
    assumeThat(running().engine().family()).isEqualTo("mysql");

    assertThat(read(running().superuser(), StorageEngine.FACET, List.of()))
        .contains("InnoDB | true | true", "MyISAM | true | false", "MEMORY | true | false");
  }

  @Test
  public void accountsAreNamesAndWhetherTheyAreSystemUsers() throws SQLException {
    assumeThat(running().engine().family()).isEqualTo("mysql");
    String user = running().fresh("o'b\"ri`en");
    running().createUser(user, "secret");

    assertThat(read(running().superuser(), Account.FACET, List.of()))
        .contains(
            user + " | % | false", "root | localhost | " + (database() == TestDatabase.MYSQL_9_7));
  }

  @Test
  public void extensionsAreInstalledOrAvailable() throws SQLException {
    assumeThat(running().engine()).isEqualTo(DatabaseEngine.POSTGRESQL);

    assertThat(read(running().superuser(), Extension.FACET, List.of()))
        .contains("plpgsql | 1.0 | 1.0")
        .anyMatch(row -> row.startsWith("hstore |  | 1."));
  }

  @Test
  public void typesOfUsersAreToldInParts() throws SQLException {
    assumeThat(running().engine()).isEqualTo(DatabaseEngine.POSTGRESQL);
    FacetFixture fixture = FacetFixture.of(database(), PgTypePart.FACET);
    String schema = running().freshSchema("ty`p\"ü'es");
    running().executeIn(schema, fixture.statements(running().engine().quoted(schema)));
    ConnectionSpec anybody = running().createUser(running().fresh("reader"), "secret");

    assertThat(
            read(anybody, PgTypePart.FACET, List.of()).stream()
                .filter(row -> row.startsWith(schema + " | ")))
        .containsExactlyInAnyOrderElementsOf(fixture.rows(schema, ""));
  }
}
