package dev.precheck.testkit.db;

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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sees every statement that runs over the connections of a dialect.
 *
 * <p>It counts at the JDBC interface, because every database has that, and a statement counts
 * whether it ends well or not. What a driver sends of its own accord it cannot see; for that there
 * is {@link RunningDatabase#statementsOf}.
 */
public final class StatementCounter {

  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> statements = new CopyOnWriteArrayList<>();

  /** The dialect, but each of its connections is watched. */
  public Dialect wrap(Dialect dialect) {
    return new WatchedDialect(dialect, this);
  }

  /** How many connections were opened. */
  public int connections() {
    return connections.get();
  }

  /** How many statements were executed; a batch counts once. */
  public int count() {
    return statements.size();
  }

  /** The text of each statement, in the order of execution; empty for a batch. */
  public List<String> statements() {
    return List.copyOf(statements);
  }

  private Connection watch(Connection connection) {
    connections.incrementAndGet();
    return WatchedJdbc.connection(connection, statements::add);
  }

  private record WatchedDialect(Dialect dialect, StatementCounter counter) implements Dialect {

    @Override
    public boolean isEmbedded() {
      return dialect.isEmbedded();
    }

    @Override
    public DatabaseEngine engine() {
      return dialect.engine();
    }

    @Override
    public Connection connect(ConnectionSpec spec, Route route, Deadlines deadlines)
        throws SQLException {
      return counter.watch(dialect.connect(spec, route, deadlines));
    }

    @Override
    public ConnectionAttempt.Failure explain(SQLException failure) {
      return dialect.explain(failure);
    }

    @Override
    public Optional<String> sql(Facet<?> facet) {
      return dialect.sql(facet);
    }

    @Override
    public String hasRow(String label, QualifiedName table) {
      return dialect.hasRow(label, table);
    }

    @Override
    public boolean isAccessDenied(SQLException failure) {
      return dialect.isAccessDenied(failure);
    }

    @Override
    public boolean isTimeout(SQLException failure) {
      return dialect.isTimeout(failure);
    }
  }
}
