package dev.precheck.engine;

import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.TableContent;
import dev.precheck.spi.TableContent.State;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Asks tables whether they have a row, several hundred in one statement. A statement that fails is
 * halved until the table that spoils it is found; what is not looked at when time or patience runs
 * out is reported as unreadable, never as empty.
 */
final class Probe {

  /**
   * Less than the 250 tables that one of MySQL's sixteen table caches holds by default
   * (table_open_cache 4000): a statement must not push its own tables out.
   */
  private static final int BATCH = 200;

  /** How many statements may fail before the rest is given up: an account without any rights. */
  private static final int PATIENCE = 200;

  private final Session session;
  private final Dialect dialect;
  private final ConnectionSpec spec;
  private final Duration statementDeadline;
  private final long endsAt;
  private final List<TableContent> found = new ArrayList<>();
  private int failures;

  Probe(Session session, Dialect dialect, ConnectionSpec spec, Deadlines deadlines) {
    this.session = session;
    this.dialect = dialect;
    this.spec = spec;
    this.statementDeadline = deadlines.statement();
    this.endsAt = System.nanoTime() + deadlines.item().toNanos();
  }

  List<TableContent> look(List<QualifiedName> tables) {
    for (int from = 0; from < tables.size(); from += BATCH) {
      look(tables, from, Math.min(from + BATCH, tables.size()));
    }
    return found;
  }

  private void look(List<QualifiedName> tables, int from, int to) {
    long left = endsAt - System.nanoTime();
    if (left <= 0 || failures >= PATIENCE) {
      String why = left <= 0 ? "the item's time ran out" : failures + " statements were refused";
      giveUp(tables.subList(from, to), why + " before it was looked at");
      return;
    }
    Duration deadline = Duration.ofNanos(Math.min(left, statementDeadline.toNanos()));
    try {
      session.probe(statement(tables, from, to), deadline).stream()
          .map(label -> tables.get(Integer.parseInt(label)))
          .forEach(table -> add(table, State.HAS_ROWS, ""));
    } catch (SQLException e) {
      failures++;
      retryHalves(tables, from, to, e);
    }
  }

  private void retryHalves(List<QualifiedName> tables, int from, int to, SQLException failure) {
    if (to - from == 1) {
      add(tables.get(from), State.UNREADABLE, spec.redact(String.valueOf(failure.getMessage())));
      return;
    }
    if (dialect.isTimeout(failure)) {
      giveUp(tables.subList(from, to), "the statement ran out of time");
      return;
    }
    int middle = (from + to) / 2;
    look(tables, from, middle);
    look(tables, middle, to);
  }

  private String statement(List<QualifiedName> tables, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(index -> dialect.hasRow(Integer.toString(index), tables.get(index)))
        .collect(Collectors.joining("\nUNION ALL\n"));
  }

  private void giveUp(List<QualifiedName> tables, String why) {
    tables.forEach(table -> add(table, State.UNREADABLE, why));
  }

  private void add(QualifiedName table, State state, String reason) {
    found.add(new TableContent(table.schema(), table.name(), state, reason));
  }
}
