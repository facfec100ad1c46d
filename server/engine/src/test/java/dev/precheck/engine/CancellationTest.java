package dev.precheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellationTest {

  private final Cancellation cancellation = new Cancellation();
  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void callsEachHookOnceAndKeepsTheFirstReason() {
    cancellation.onCancel(calls::incrementAndGet);

    cancellation.cancel(Reason.TIMED_OUT);
    cancellation.cancel();

    assertThat(calls).hasValue(1);
    assertThat(cancellation.reason()).contains(Reason.TIMED_OUT);
  }

  @Test
  void callsALateHookAtOnce() {
    cancellation.cancel();

    cancellation.onCancel(calls::incrementAndGet);

    assertThat(calls).hasValue(1);
  }

  @Test
  void forgetsAHookThatWasTakenBack() {
    cancellation.onCancel(calls::incrementAndGet).close();

    cancellation.cancel();

    assertThat(calls).hasValue(0);
  }
}
