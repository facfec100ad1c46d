package dev.precheck.app.store.report;

import org.jdbi.v3.core.statement.SqlStatement;

/**
 * A part of a list.
 *
 * @param number from 1
 * @param size the most entries, from 1
 */
public record Page(int number, int size) {

  /** SQL that cuts it out; its arguments are those of {@link #bindTo}. */
  public static final String SQL = " offset :offset rows fetch next :size rows only";

  /** Binds them. */
  public <Q extends SqlStatement<Q>> Q bindTo(Q query) {
    return query.bind("offset", (number - 1L) * size).bind("size", size);
  }
}
