package dev.precheck.dialects;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialect;
import dev.precheck.engine.network.Route;
import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Facet;
import dev.precheck.spi.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Servers that speak MySQL's protocol and have its information_schema. */
abstract class MySqlFamilyDialect implements Dialect {

  private final DatabaseEngine engine;
  private final FacetSql sql;

  MySqlFamilyDialect(DatabaseEngine engine, String... folders) {
    this.engine = engine;
    this.sql = new FacetSql(List.of(folders));
  }

  @Override
  public final DatabaseEngine engine() {
    return engine;
  }

  @Override
  public final Connection connect(ConnectionSpec spec, Route route, Deadlines deadlines)
      throws SQLException {
    return MySqlConnector.connect(spec, route, deadlines);
  }

  @Override
  public final Optional<Instant> certificateEnd(Connection connection) {
    return ((MySqlConnection) connection).certificateEnd();
  }

  @Override
  public final ConnectionAttempt.Failure explain(SQLException failure) {
    return MySqlErrors.explain(failure);
  }

  @Override
  public final Optional<String> sql(Facet<?> facet) {
    return sql.of(facet);
  }

  @Override
  public final String hasRow(String label, QualifiedName table) {
    return "SELECT "
        + literal(label)
        + " FROM DUAL WHERE EXISTS (SELECT 1 FROM "
        + engine.quoted(table)
        + ")";
  }

  /** In hexadecimal where a backslash would mean one thing or another by sql_mode. */
  private static String literal(String text) {
    if (text.indexOf('\\') < 0) {
      return "'" + text.replace("'", "''") + "'";
    }
    String bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    return "_utf8mb4 X'" + bytes + "'";
  }

  @Override
  public final boolean isAccessDenied(SQLException failure) {
    return MySqlErrors.isDenied(failure);
  }

  @Override
  public final boolean isTimeout(SQLException failure) {
    return MySqlErrors.isTimeout(failure);
  }
}
