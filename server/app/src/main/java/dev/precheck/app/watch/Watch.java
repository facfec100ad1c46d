package dev.precheck.app.watch;

import dev.precheck.app.store.Revision;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One caller's eye on one precheck. No thread waits with it. */
public final class Watch implements AutoCloseable {

  private record Wish(Predicate<Revision> wanted, CompletableFuture<Void> granted) {}

  private final String id;
  private final Consumer<Watch> closing;
  private @Nullable Revision seen;
  private @Nullable Wish wish;
  private boolean over;

  Watch(String id, Consumer<Watch> closing) {
    this.id = id;
    this.closing = closing;
  }

  /** The precheck's. */
  public String id() {
    return id;
  }

  /**
   * Completes once a look at the precheck finds what is wanted, or the watch is {@link #isOver}. It
   * takes the place of the wish before.
   */
  public CompletableFuture<Void> until(Predicate<Revision> wanted) {
    Wish made = new Wish(wanted, new CompletableFuture<>());
    synchronized (this) {
      wish = made;
    }
    grant();
    return made.granted;
  }

  /** Whether there is nothing more to see: the precheck is gone, or the server is being stopped. */
  public synchronized boolean isOver() {
    return over;
  }

  /** Ends the watch; its place is free for others. */
  @Override
  public void close() {
    closing.accept(this);
    end();
  }

  void see(Revision now) {
    synchronized (this) {
      // Two looks may overtake one another.
      if (seen == null || seen.revision() < now.revision()) {
        seen = now;
      }
    }
    grant();
  }

  void end() {
    synchronized (this) {
      over = true;
    }
    grant();
  }

  private void grant() {
    Wish ripe;
    synchronized (this) {
      ripe = wish;
      if (ripe == null || !(over || (seen != null && ripe.wanted.test(seen)))) {
        return;
      }
      wish = null;
    }
    ripe.granted.complete(null);
  }
}
