package dev.precheck.app.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the store is away, as opposed to a statement that it refuses. */
public final class Outage {

  /** Connection exceptions of the SQL standard. */
  private static final String CONNECTION = "08";

  /**
   * PostgreSQL's operator intervention (shut down, crashed, starting up), a session that it ended
   * for being idle, a server that has become a standby, and transactions that another one stood in
   * the way of.
   */
  private static final Set<String> POSTGRESQL =
      Set.of("57P01", "57P02", "57P03", "57P05", "25P03", "25006", "40001", "40P01");

  /** Insufficient resources: connections, memory, disk. */
  private static final String RESOURCES = "53";

  /** H2's "connection is broken" and "database is closed". */
  private static final Set<Integer> H2 = Set.of(90067, 90098, 90121);

  private Outage() {}

  /** Whether this failure would go away by itself when the store is back. */
  public static boolean is(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(Outage::isOne);
  }

  private static boolean isOne(Throwable cause) {
    if (!(cause instanceof SQLException sql)) {
      return false;
    }
    String state = sql.getSQLState() == null ? "" : sql.getSQLState();
    return sql instanceof SQLTransientException
        || sql instanceof SQLRecoverableException
        || sql instanceof SQLNonTransientConnectionException
        || state.startsWith(CONNECTION)
        || state.startsWith(RESOURCES)
        || POSTGRESQL.contains(state)
        || H2.contains(sql.getErrorCode());
  }
}
