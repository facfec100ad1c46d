package dev.precheck.app.store;

import java.sql.SQLException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** A row that cannot be there because another one has its name. */
public final class UniqueViolation {

  /** SQLSTATE, the same on both stores. */
  private static final String STATE = "23505";

  private UniqueViolation() {}

  /** Whether that is why a statement failed. */
  public static boolean is(UnableToExecuteStatementException failure) {
    return failure.getCause() instanceof SQLException cause && STATE.equals(cause.getSQLState());
  }
}
