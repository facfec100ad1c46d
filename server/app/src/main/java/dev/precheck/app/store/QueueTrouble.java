package dev.precheck.app.store;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that the queue does not get on, once in a while instead of at each of its attempts. */
@Singleton
final class QueueTrouble extends AbstractSchedulerListener {

  private static final Logger LOG = LoggerFactory.getLogger(QueueTrouble.class);
  private static final long PAUSE_NANOS = Duration.ofSeconds(30).toNanos();

  private final AtomicLong quietUntil = new AtomicLong(System.nanoTime());

  @Override
  public void onSchedulerEvent(SchedulerEventType type) {
    long until = quietUntil.get();
    long now = System.nanoTime();
    if (type == SchedulerEventType.UNEXPECTED_ERROR
        && now - until >= 0
        && quietUntil.compareAndSet(until, now + PAUSE_NANOS)) {
      LOG.warn(
          "The queue could not be worked on, most likely because the store is away. Nothing is lost:"
              + " runs go on when it is back.");
    }
  }
}
