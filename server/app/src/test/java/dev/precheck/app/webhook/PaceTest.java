package dev.precheck.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PaceTest {

  private final AtomicLong now = new AtomicLong(77);
  private final Pace pace = new Pace(now::get, new Random(4));

  @Test
  void whoeverAnswersAtOnceIsSoonFree() {
    try (Pace.Try unused = pace.begin()) {
      pass(Duration.ofMillis(20));
    }

    assertThat(pace.untilFree()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
  }

  @Test
  void theLongerOneWaitsForAnAnswerTheLongerTheOthersWait() {
    Pace.Try first = pace.begin();
    pass(Duration.ofSeconds(8));
    try (Pace.Try unused = pace.begin()) {
      pass(Duration.ofSeconds(2));

      assertThat(pace.untilFree()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(30));

      pass(Duration.ofSeconds(5));
      first.close();
      assertThat(pace.untilFree()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(45));
    }
    assertThat(pace.untilFree()).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(21));
  }

  @Test
  void theyDoNotAllComeAtOnce() {
    Set<Duration> waits = new HashSet<>();
    for (int event = 0; event < 500; event++) {
      waits.add(pace.untilFree());
    }

    assertThat(waits).hasSizeGreaterThan(400);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
