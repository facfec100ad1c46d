package dev.precheck.engine;

import dev.precheck.engine.network.Route;
import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Facet;
import dev.precheck.spi.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * All that differs between databases: how to connect, what its catalogue's SQL is, and what its
 * errors mean. Stateless; found through {@link java.util.ServiceLoader}.
 */
public interface Dialect {

  DatabaseEngine engine();

  /** Whether its databases are within this process, so that nothing is resolved or dialled. */
  default boolean isEmbedded() {
    return false;
  }

  /**
   * Connects and logs in, read-only and with the statement deadline set on the server where it has
   * such a setting, in as few round trips as the driver allows. Runs no statement of its own.
   *
   * <p>Every socket, also one that is made later to cancel a statement, is connected to an address
   * of the route and to nothing else: what the host's name says to a resolver now is not asked.
   *
   * <p>Cancelling a statement takes a few seconds at most, whatever the server does; aborting the
   * connection asks the server for nothing.
   *
   * @throws SQLException if that fails; {@link #explain} tells how far it got
   */
  Connection connect(ConnectionSpec spec, Route route, Deadlines deadlines) throws SQLException;

  /**
   * Until when the certificate is valid that the server has shown to a connection of {@link
   * #connect}; empty if the connection is not encrypted. Asks the server nothing.
   */
  default Optional<Instant> certificateEnd(Connection connection) {
    return Optional.empty();
  }

  /** How far a failed {@link #connect}, or the first statement after it, got. */
  ConnectionAttempt.Failure explain(SQLException failure);

  /**
   * The statement of a facet, or empty if this dialect has none; a blank one is never sent and says
   * that servers of this dialect have nothing of the kind. Its column aliases are the row's
   * components in snake case, where there is more than one column; {@code :schemas} stands for the
   * list of selected schemas.
   */
  Optional<String> sql(Facet<?> facet);

  /**
   * An expression-only SELECT that yields the literal {@code label} if the table has a row and
   * nothing otherwise, without reading more than one row; it can stand in a UNION ALL.
   */
  String hasRow(String label, QualifiedName table);

  /** Whether a statement failed because the account may not see the object. */
  boolean isAccessDenied(SQLException failure);

  /** Whether a statement failed because it ran out of time or was cancelled. */
  boolean isTimeout(SQLException failure);
}
