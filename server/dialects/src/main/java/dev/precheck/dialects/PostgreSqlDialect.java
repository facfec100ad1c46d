package dev.precheck.dialects;

import com.google.auto.service.AutoService;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialect;
import dev.precheck.engine.network.Route;
import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Facet;
import dev.precheck.spi.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** PostgreSQL 12 and newer; its SQL reads pg_catalog. */
@AutoService(Dialect.class)
public final class PostgreSqlDialect implements Dialect {

  private static final FacetSql SQL = new FacetSql(List.of("postgresql"));

  @Override
  public DatabaseEngine engine() {
    return DatabaseEngine.POSTGRESQL;
  }

  @Override
  public Connection connect(ConnectionSpec spec, Route route, Deadlines deadlines)
      throws SQLException {
    return PostgreSqlConnector.connect(spec, route, deadlines);
  }

  @Override
  public Optional<Instant> certificateEnd(Connection connection) {
    return PostgreSqlConnector.certificateEnd(connection);
  }

  @Override
  public ConnectionAttempt.Failure explain(SQLException failure) {
    return PostgreSqlErrors.explain(failure);
  }

  @Override
  public Optional<String> sql(Facet<?> facet) {
    return SQL.of(facet);
  }

  @Override
  public String hasRow(String label, QualifiedName table) {
    return "SELECT '"
        + label.replace("'", "''")
        + "'::text WHERE EXISTS (SELECT 1 FROM "
        + engine().quoted(table)
        + ")";
  }

  @Override
  public boolean isAccessDenied(SQLException failure) {
    return PostgreSqlErrors.isDenied(failure);
  }

  @Override
  public boolean isTimeout(SQLException failure) {
    return PostgreSqlErrors.isTimeout(failure);
  }
}
