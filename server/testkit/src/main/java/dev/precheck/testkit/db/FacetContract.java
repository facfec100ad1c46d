package dev.precheck.testkit.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.spi.Facet;
import dev.precheck.spi.Schema;
import dev.precheck.spi.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every facet that is bound to schemas says of its fixtures what is there, and no more. */
abstract class FacetContract extends ConnectContract {

  FacetContract(TestDatabase database) {
    super(database);
  }

  @TestFactory
  public final Stream<DynamicTest> facetsSayWhatIsThere() {
    return SchemaFacets.ALL.stream()
        .map(facet -> DynamicTest.dynamicTest(facet.name(), () -> saysWhatIsThere(facet)));
  }

  private void saysWhatIsThere(Facet<?> facet) throws SQLException {
    String schema = running().freshSchema("Fix`t\"ü're'");
    String empty = running().freshSchema("empty");
    String other = running().freshSchema("other");
    FacetFixture fixture = FacetFixture.of(database(), facet);
    List<String> expected = fixture.rows(schema, running().superuser().endpoint().user());
    if (dialect().sql(facet).filter(sql -> !sql.isBlank()).isEmpty()) {
      assertThat(expected).as("rows of a facet without SQL").isEmpty();
      return;
    }
    running().executeIn(schema, fixture.statements(running().engine().quoted(schema)));
    running().executeIn(other, fixture.statements(running().engine().quoted(other)));

    assertThat(read(running().superuser(), facet, List.of(schema, empty)))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  public void anAccountThatMayReadTheTablesMayReadTheFacets() throws SQLException {
    for (Facet<?> facet : SchemaFacets.SEEN_BY_READERS) {
      String schema = running().freshSchema("Limit`éd");
      String quoted = running().engine().quoted(schema);
      FacetFixture fixture = FacetFixture.of(database(), facet);
      running().executeIn(schema, fixture.statements(quoted));
      ConnectionSpec reader =
          running().createUser(running().fresh("reader"), "secret", toReadTables(quoted));

      assertThat(read(reader, Server.FACET, List.of())).hasSize(1);
      assertThat(read(reader, Schema.FACET, List.of()))
          .anyMatch(row -> row.startsWith(schema + " | "));
      assertThat(read(reader, facet, List.of(schema)))
          .containsExactlyInAnyOrderElementsOf(fixture.rows(schema, ""));
    }
  }

  private String toReadTables(String quotedSchema) {
    return switch (database().flavour()) {
      case MYSQL, MARIADB -> "GRANT SELECT ON " + quotedSchema + ".* TO {user}";
      case POSTGRESQL -> "GRANT USAGE ON SCHEMA " + quotedSchema + " TO {user}";
      case H2 -> "GRANT SELECT ON SCHEMA " + quotedSchema + " TO {user}";
    };
  }

  final List<String> read(ConnectionSpec spec, Facet<?> facet, List<String> schemas)
      throws SQLException {
    try (Connection connection = dialect().connect(spec, Routes.to(spec), Deadlines.standard())) {
      return FacetRows.read(connection, dialect(), facet, schemas);
    }
  }
}
