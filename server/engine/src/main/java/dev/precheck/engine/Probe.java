package dev.precheck.engine;

import dev.precheck.engine.Batch.Answer;
import dev.precheck.engine.Batch.Asked;
import dev.precheck.engine.Batch.Failed;
import dev.precheck.engine.Batch.NotAsked;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.TableContent;
import dev.precheck.spi.TableContent.State;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Asks tables whether they have a row, several hundred in one statement; many tables over two
 * connections. A statement that fails is halved until the table that spoils it is found; what is
 * not looked at when time or patience runs out is reported as unreadable, never as empty.
 *
 * <p>First all batches are asked, by whichever connection is free. Then the first connection alone
 * goes through the answers in their order and looks again where there was none, so that the result
 * does not depend on which connection was faster.
 */
final class Probe implements AutoCloseable {

  /**
   * Less than the 250 tables that one of MySQL's sixteen table caches holds by default
   * (table_open_cache 4000): a statement must not push its own tables out.
   */
  private static final int BATCH = 200;

  /** So many batches are answered about as soon as a second connection would be there. */
  private static final int FEW_BATCHES = 5;

  /** How many statements may fail before the rest is given up: an account without any rights. */
  private static final int PATIENCE = 200;

  private final Session first;
  private final SecondLane second;
  private final Dialect dialect;
  private final ConnectionSpec spec;
  private final Witness witness;
  private final Cancellation wanted;
  private final Duration statementDeadline;
  private final long endsAt;
  private final List<Batch> batches;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final List<TableContent> found = new ArrayList<>();

  Probe(
      List<QualifiedName> tables,
      Session first,
      SecondLane second,
      Dialect dialect,
      ConnectionSpec spec,
      Deadlines deadlines,
      Witness witness,
      Cancellation wanted) {
    this.batches = Batch.of(tables, BATCH);
    this.first = first;
    this.second = second;
    this.dialect = dialect;
    this.spec = spec;
    this.witness = witness;
    this.wanted = wanted;
    this.statementDeadline = deadlines.statement();
    this.endsAt = System.nanoTime() + deadlines.item().toNanos();
  }

  /** Whether there are so many tables that a second connection is worth its while. */
  static boolean isLong(List<QualifiedName> tables) {
    return tables.size() > FEW_BATCHES * BATCH;
  }

  /** Has the second connection ask from now on, if there may be one; does not wait for it. */
  void begin() {
    second.open(this::ask);
  }

  /** Has the first connection ask as well, and returns when all tables are looked at. */
  List<TableContent> finish() {
    ask(first);
    batches.forEach(this::conclude);
    return found;
  }

  /** No batch is asked any more. */
  @Override
  public void close() {
    next.set(batches.size());
  }

  /** Asks the next batch until there is none; the second connection stops when it is of no use. */
  private void ask(Session lane) {
    boolean useful = true;
    while (useful) {
      int at = next.getAndIncrement();
      if (at >= batches.size()) {
        return;
      }
      Batch batch = batches.get(at);
      try {
        Answer answer = ask(lane, batch.tables());
        batch.answer().complete(answer);
        useful = lane == first || !(answer instanceof NotAsked);
      } finally {
        // Whatever breaks: nobody waits for an answer that does not come.
        batch.answer().complete(new NotAsked("the connection broke"));
      }
    }
  }

  private Answer ask(Session lane, List<QualifiedName> tables) {
    Optional<String> end = end();
    if (end.isPresent()) {
      return new NotAsked(end.get());
    }
    try {
      return new Asked(
          lane.probe(statement(tables), deadline(), witness, wanted).stream()
              .map(Integer::valueOf)
              .sorted()
              .map(tables::get)
              .toList());
    } catch (SQLException e) {
      if (lane != first && lane.isLost()) {
        return new NotAsked("the connection was lost");
      }
      failures.incrementAndGet();
      return new Failed(e);
    }
  }

  /** Why nothing more is asked; empty while something may be. */
  private Optional<String> end() {
    if (wanted.reason().isPresent()) {
      return Optional.of("the item had ended");
    }
    if (endsAt - System.nanoTime() <= 0) {
      return Optional.of("the item's time ran out");
    }
    int refused = failures.get();
    return refused < PATIENCE
        ? Optional.empty()
        : Optional.of(refused + " statements were refused");
  }

  private Duration deadline() {
    long left = Math.max(1, endsAt - System.nanoTime());
    return Duration.ofNanos(Math.min(left, statementDeadline.toNanos()));
  }

  private void conclude(Batch batch) {
    Answer answer = batch.answer().join();
    conclude(batch.tables(), answer instanceof NotAsked ? ask(first, batch.tables()) : answer);
  }

  private void conclude(List<QualifiedName> tables, Answer answer) {
    if (answer instanceof Asked asked) {
      asked.filled().forEach(table -> add(table, State.HAS_ROWS, ""));
    } else if (answer instanceof NotAsked not) {
      giveUp(tables, not.why() + " before it was looked at");
    } else if (answer instanceof Failed failed) {
      lookCloser(tables, failed.why());
    }
  }

  private void lookCloser(List<QualifiedName> tables, SQLException failure) {
    if (tables.size() == 1) {
      giveUp(tables, spec.redact(String.valueOf(failure.getMessage())));
    } else if (dialect.isTimeout(failure)) {
      giveUp(tables, "the statement ran out of time");
    } else {
      int middle = tables.size() / 2;
      for (List<QualifiedName> half :
          List.of(tables.subList(0, middle), tables.subList(middle, tables.size()))) {
        conclude(half, ask(first, half));
      }
    }
  }

  private String statement(List<QualifiedName> tables) {
    return IntStream.range(0, tables.size())
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
