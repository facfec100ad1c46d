package dev.precheck.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stops a run from outside; once stopped it stays so. Safe for use by many threads. */
public final class Cancellation {

  private final List<Runnable> hooks = new ArrayList<>();
  private Optional<Reason> reason = Optional.empty();

  /** Asks the run to stop: running statements are cancelled, unfinished items end undetermined. */
  public void cancel() {
    cancel(Reason.CANCELLED);
  }

  void cancel(Reason why) {
    List<Runnable> toRun;
    synchronized (this) {
      if (reason.isPresent()) {
        return;
      }
      reason = Optional.of(why);
      toRun = List.copyOf(hooks);
    }
    toRun.forEach(Runnable::run);
  }

  /** Why the run was stopped; empty while it may go on. */
  synchronized Optional<Reason> reason() {
    return reason;
  }

  /** Runs the hook when the run is stopped, at once if it was; until the handle is closed. */
  Hook onCancel(Runnable hook) {
    boolean now;
    synchronized (this) {
      now = reason.isPresent();
      hooks.add(hook);
    }
    if (now) {
      hook.run();
    }
    return () -> remove(hook);
  }

  private synchronized void remove(Runnable hook) {
    hooks.remove(hook);
  }

  /** A registered hook; closing it takes it back. */
  interface Hook extends AutoCloseable {
    @Override
    void close();
  }
}
