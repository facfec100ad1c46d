package dev.precheck.dialects.run;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialect;
import dev.precheck.engine.Dialects;
import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Facet;
import dev.precheck.spi.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;

/** A real dialect that has a statement for one more facet. */
record MoreFacets(Dialect real, Facet<?> facet, Function<DatabaseEngine, String> statement)
    implements Dialect {

  /** All dialects, each with one more. */
  static Dialects dialects(Facet<?> facet, Function<DatabaseEngine, String> statement) {
    return Dialects.of(
        ServiceLoader.load(Dialect.class).stream()
            .map(provider -> (Dialect) new MoreFacets(provider.get(), facet, statement))
            .toList());
  }

  @Override
  public Optional<String> sql(Facet<?> wanted) {
    return wanted.equals(facet) ? Optional.of(statement.apply(engine())) : real.sql(wanted);
  }

  @Override
  public DatabaseEngine engine() {
    return real.engine();
  }

  @Override
  public Connection connect(ConnectionSpec spec, Deadlines deadlines) throws SQLException {
    return real.connect(spec, deadlines);
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
