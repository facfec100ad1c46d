package dev.precheck.dialects.run;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialect;
import dev.precheck.engine.Dialects;
import dev.precheck.engine.network.Route;
import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Facet;
import dev.precheck.spi.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Function;

/** A real dialect that has statements for more facets, and tells of its connections. */
record MoreFacets(
    Dialect real,
    Map<Facet<?>, Function<DatabaseEngine, String>> statements,
    Consumer<Connection> opened)
    implements Dialect {

  /** All dialects, each with one more. */
  static Dialects dialects(Facet<?> facet, Function<DatabaseEngine, String> statement) {
    return dialects(Map.of(facet, statement), connection -> {});
  }

  /** All dialects, each with more. */
  static Dialects dialects(
      Map<Facet<?>, Function<DatabaseEngine, String>> statements, Consumer<Connection> opened) {
    return Dialects.of(
        ServiceLoader.load(Dialect.class).stream()
            .map(provider -> (Dialect) new MoreFacets(provider.get(), statements, opened))
            .toList());
  }

  @Override
  public Optional<String> sql(Facet<?> wanted) {
    return Optional.ofNullable(statements.get(wanted))
        .map(statement -> statement.apply(engine()))
        .or(() -> real.sql(wanted));
  }

  @Override
  public boolean isEmbedded() {
    return real.isEmbedded();
  }

  @Override
  public DatabaseEngine engine() {
    return real.engine();
  }

  @Override
  public Connection connect(ConnectionSpec spec, Route route, Deadlines deadlines)
      throws SQLException {
    Connection connection = real.connect(spec, route, deadlines);
    opened.accept(connection);
    return connection;
  }

  @Override
  public ConnectionAttempt.Failure explain(SQLException failure) {
    return real.explain(failure);
  }

  @Override
  public String hasRow(String label, QualifiedName table) {
    return real.hasRow(label, table);
  }

  @Override
  public boolean isAccessDenied(SQLException failure) {
    return real.isAccessDenied(failure);
  }

  @Override
  public boolean isTimeout(SQLException failure) {
    return real.isTimeout(failure);
  }
}
