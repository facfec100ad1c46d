package dev.precheck.engine;

import dev.precheck.spi.Facet;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One connection of a run to one server: runs statements under their deadline and counts them. */
final class Session implements AutoCloseable {

  private static final String SCHEMAS = ":schemas";
  private static final int PATIENCE_SECONDS = 5;

  private final Connection connection;
  private final StatementTally tally;
  private final Runnable closed;
  private volatile boolean cutOff;

  /**
   * A session over a connection.
   *
   * @param closed hears that the connection is closed
   */
  Session(Connection connection, StatementTally tally, Runnable closed) {
    this.connection = connection;
    this.tally = tally;
    this.closed = closed;
  }

  /**
   * The rows of a facet's statement, bound to the schemas where it asks for them.
   *
   * @param witness sees the statement
   * @param wanted ends the statement when nobody wants it any more
   */
  <R extends Record> List<R> rows(
      Facet<R> facet,
      String sql,
      Set<String> schemas,
      Duration deadline,
      Witness witness,
      Cancellation wanted)
      throws SQLException {
    requireUse(wanted);
    String text = sql.replace(SCHEMAS, String.join(", ", Collections.nCopies(schemas.size(), "?")));
    List<String> bound = bound(sql, schemas);
    tally.metadata();
    witness.sending(text, bound);
    try (PreparedStatement statement = connection.prepareStatement(text);
        RunningStatement running = new RunningStatement(statement, this::cutOff);
        Cancellation.Hook hook = wanted.onCancel(running::cancel)) {
      statement.setQueryTimeout(seconds(deadline));
      int index = 1;
      for (String schema : bound) {
        statement.setString(index++, schema);
      }
      try (ResultSet results = statement.executeQuery()) {
        return new RowMapper<>(facet).all(results);
      }
    } catch (OutOfMemoryError | StackOverflowError e) {
      throw tooMuch(e);
    }
  }

  /** The schemas, as often as the statement asks for them. */
  private static List<String> bound(String sql, Set<String> schemas) {
    List<String> bound = new ArrayList<>();
    for (int at = sql.indexOf(SCHEMAS); at >= 0; at = sql.indexOf(SCHEMAS, at + 1)) {
      bound.addAll(schemas);
    }
    return bound;
  }

  /** The first column of a probe's statement. */
  List<String> probe(String sql, Duration deadline, Witness witness, Cancellation wanted)
      throws SQLException {
    requireUse(wanted);
    tally.probe();
    witness.sending(sql, List.of());
    try (Statement statement = connection.createStatement();
        RunningStatement running = new RunningStatement(statement, this::cutOff);
        Cancellation.Hook hook = wanted.onCancel(running::cancel)) {
      statement.setQueryTimeout(seconds(deadline));
      List<String> labels = new ArrayList<>();
      try (ResultSet results = statement.executeQuery(sql)) {
        while (results.next()) {
          labels.add(results.getString(1));
        }
      }
      return labels;
    } catch (OutOfMemoryError | StackOverflowError e) {
      throw tooMuch(e);
    }
  }

  /**
   * Drivers make room for what a server announces, before it comes. What is left is in disorder.
   */
  private SQLException tooMuch(VirtualMachineError error) {
    cutOff();
    return new Unbearable(error);
  }

  private void requireUse(Cancellation wanted) throws SQLException {
    if (cutOff) {
      throw new SQLException(
          "The server did not end a statement before this one when it was cancelled, so the"
              + " connection was closed. Look whether the server still answers, and try again.");
    }
    if (wanted.reason().isPresent()) {
      throw new SQLException("Nobody waits for the statement any more.");
    }
  }

  /** Until when the certificate is valid that the server has shown, if it has shown one. */
  Optional<Instant> certificateEnd(Dialect dialect) {
    return dialect.certificateEnd(connection);
  }

  /** Whether no statement will be answered any more; asks the server. */
  boolean isLost() {
    try {
      return !connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException e) {
      return true;
    }
  }

  /** A driver takes whole seconds, and 0 for no deadline at all. */
  private static int seconds(Duration deadline) {
    return (int) Math.max(1, deadline.plusMillis(999).toSeconds());
  }

  /** Ends whatever goes on, without asking the server. */
  private void cutOff() {
    cutOff = true;
    try {
      connection.abort(RunningStatement.ASIDE);
    } catch (SQLException e) {
      // The driver gives up by itself when the server has been silent for too long.
      System.getLogger(Session.class.getName())
          .log(System.Logger.Level.DEBUG, "A connection was not aborted: " + e.getSQLState());
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      connection.close();
    } finally {
      closed.run();
    }
  }
}
