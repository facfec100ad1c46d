package dev.precheck.app.webhook;

import dev.precheck.app.config.WebhookSettings;
import dev.precheck.app.config.WebhookTarget;
import dev.precheck.app.store.EndedAttempt;
import dev.precheck.app.store.EndedAttempts;
import dev.precheck.app.store.StoreClock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has somebody told that an attempt has ended, as often as it takes. */
@Singleton
class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  /** Who does not answer must not keep the threads of the queue from prechecks. */
  private static final int AT_A_TIME = 2;

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final EndedAttempts attempts;
  private final WebhookSettings settings;
  private final Sender sender;
  private final StoreClock clock;
  private final Semaphore places = new Semaphore(AT_A_TIME);
  private final Pace pace = new Pace(System::nanoTime, RandomGenerator.getDefault());

  Delivery(EndedAttempts attempts, WebhookSettings settings, Sender sender, StoreClock clock) {
    this.attempts = attempts;
    this.settings = settings;
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * Tries once.
   *
   * @return how long to wait before the next try; empty if there is to be none
   * @throws InterruptedException if the server is being stopped
   */
  Optional<Duration> deliver(String precheckId, int attempt) throws InterruptedException {
    // Before anything is read: where somebody does not answer, this is how nearly every turn ends.
    if (!places.tryAcquire()) {
      return Optional.of(pace.untilFree());
    }
    try {
      Optional<EndedAttempt> ended = attempts.find(precheckId, attempt);
      // Without one, somebody has deleted the precheck.
      return ended.isEmpty() ? Optional.empty() : next(ended.get(), tell(ended.get()));
    } finally {
      places.release();
    }
  }

  private Answer tell(EndedAttempt ended) throws InterruptedException {
    Optional<WebhookTarget> target = settings.target();
    if (target.isEmpty()) {
      return new Answer.Failed(
          "this node has no PRECHECK_WEBHOOK_URL, and leaves it to one that has");
    }
    try (Pace.Try unused = pace.begin()) {
      return sender.send(Message.of(ended), target.get());
    }
  }

  private Optional<Duration> next(EndedAttempt ended, Answer answer) {
    String id = ended.precheckId();
    if (answer instanceof Answer.Unwanted) {
      LOG.warn("The webhook of precheck {} is not wanted any more (HTTP 410).", id);
    }
    if (!(answer instanceof Answer.Failed failed)) {
      return Optional.empty();
    }
    Duration age = Duration.between(ended.finishedAt(), clock.instant());
    if (age.compareTo(settings.giveUp()) > 0) {
      LOG.warn(
          "Gave up sending the webhook of precheck {}, attempt {}: {}. GetPreCheckResult has it.",
          id,
          ended.attempt(),
          failed.why());
      return Optional.empty();
    }
    Duration wait = wait(age);
    LOG.info(
        "The webhook of precheck {}, attempt {}, was not taken: {}; trying again in {} s.",
        id,
        ended.attempt(),
        failed.why(),
        wait.toSeconds());
    return Optional.of(wait);
  }

  /** As long again as it has taken so far: that doubles the waits, and needs nothing remembered. */
  private Duration wait(Duration age) {
    Duration least = settings.firstRetry();
    Duration wait = age.compareTo(least) < 0 ? least : age;
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
