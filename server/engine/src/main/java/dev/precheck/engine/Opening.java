package dev.precheck.engine;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is being made, and may be given up meanwhile: a server that answers byte by
 * byte would hold its first statement for ever.
 */
final class Opening {

  private @Nullable Connection connection;
  private boolean abandoned;

  /** It is there, and not yet known to answer. */
  synchronized void opened(Connection made) {
    connection = made;
    if (abandoned) {
      abort(made);
    }
  }

  /** Nobody waits any more. */
  synchronized void abandon() {
    abandoned = true;
    if (connection != null) {
      abort(connection);
    }
  }

  private static void abort(Connection unanswered) {
    try {
      unanswered.abort(RunningStatement.ASIDE);
    } catch (SQLException e) {
      // The driver gives up by itself when the server has been silent for too long.
      System.getLogger(Opening.class.getName())
          .log(System.Logger.Level.DEBUG, "A connection was not aborted: " + e.getSQLState());
    }
  }
}
