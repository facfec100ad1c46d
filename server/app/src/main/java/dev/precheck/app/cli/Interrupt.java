package dev.precheck.app.cli;

import dev.precheck.engine.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While open, Ctrl-C (and any other end of the process) cancels a run's statements on the servers
 * and waits a little until what is known by then has been printed.
 */
final class Interrupt implements AutoCloseable {

  private static final int SECONDS_TO_LET_GO = 5;

  private final Cancellation cancellation;
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "precheck-interrupt");

  private Interrupt(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  static Interrupt cancels(Cancellation cancellation) {
    Interrupt interrupt = new Interrupt(cancellation);
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  private void stop() {
    cancellation.cancel();
    try {
      boolean unused = done.await(SECONDS_TO_LET_GO, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook has been waiting for this.
    }
  }
}
