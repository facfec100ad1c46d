package dev.precheck.engine;

import dev.precheck.spi.Facet;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** One connection of a run to one server: runs statements under their deadline and counts them. */
final class Session implements AutoCloseable {

  private static final String SCHEMAS = ":schemas";
  private static final int PATIENCE_SECONDS = 5;

  private final Connection connection;
  private final Cancellation cancellation;
  private final StatementTally tally;

  Session(Connection connection, Cancellation cancellation, StatementTally tally) {
    this.connection = connection;
    this.cancellation = cancellation;
    this.tally = tally;
  }

  /**
   * The rows of a facet's statement, bound to the schemas where it asks for them.
   *
   * @param witness sees the statement
   */
  <R extends Record> List<R> rows(
      Facet<R> facet, String sql, Set<String> schemas, Duration deadline, Witness witness)
      throws SQLException {
    String text = sql.replace(SCHEMAS, String.join(", ", Collections.nCopies(schemas.size(), "?")));
    Set<String> bound = sql.contains(SCHEMAS) ? schemas : Set.of();
    tally.metadata();
    witness.sending(text, bound);
    try (PreparedStatement statement = connection.prepareStatement(text);
        Cancellation.Hook hook = cancellation.onCancel(() -> cancel(statement))) {
      statement.setQueryTimeout(seconds(deadline));
      int index = 1;
      for (String schema : bound) {
        statement.setString(index++, schema);
      }
      try (ResultSet results = statement.executeQuery()) {
        return new RowMapper<>(facet).all(results);
      }
    }
  }

  /** The first column of a probe's statement. */
  List<String> probe(String sql, Duration deadline, Witness witness) throws SQLException {
    tally.probe();
    witness.sending(sql, List.of());
    try (Statement statement = connection.createStatement();
        Cancellation.Hook hook = cancellation.onCancel(() -> cancel(statement))) {
      statement.setQueryTimeout(seconds(deadline));
      List<String> labels = new ArrayList<>();
      try (ResultSet results = statement.executeQuery(sql)) {
        while (results.next()) {
          labels.add(results.getString(1));
        }
      }
      return labels;
    }
  }

  /** Whether the run was stopped, so that nothing more should be sent. */
  boolean isStopped() {
    return cancellation.reason().isPresent();
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

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      // The statement's own deadline ends it; there is nobody left to tell.
      System.getLogger(Session.class.getName())
          .log(System.Logger.Level.DEBUG, "A statement could not be cancelled: " + e.getSQLState());
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
