package dev.precheck.app.cli;

import dev.precheck.engine.Evidence;
import dev.precheck.engine.Item;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.RunListener;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;

/** One line that counts the items that are done, for those who watch; it goes away at the end. */
final class Progress implements RunListener, AutoCloseable {

  private final PrintWriter out;
  private final boolean watched;
  private int done;
  private int columns;

  Progress(PrintWriter out, boolean watched) {
    this.out = out;
    this.watched = watched;
  }

  @Override
  public void started(Item item, Instant at) {}

  @Override
  public synchronized void finished(
      Item item, Outcome outcome, List<Evidence> evidence, Instant at) {
    done++;
    show(done + (done == 1 ? " item" : " items") + " checked …");
  }

  /** How far a run elsewhere is. */
  synchronized void percent(double done) {
    show(Math.round(done) + " % checked …");
  }

  private void show(String line) {
    if (watched) {
      out.print("\r" + line + " ".repeat(Math.max(0, columns - line.length())));
      out.flush();
      columns = line.length();
    }
  }

  @Override
  public synchronized void close() {
    show("");
    if (watched) {
      out.print("\r");
      out.flush();
    }
  }
}
