package dev.precheck.app.run;

import dev.precheck.app.config.RunSettings;
import dev.precheck.app.error.ApiException;
import dev.precheck.app.error.ErrorCode;
import dev.precheck.app.store.RunLog;
import dev.precheck.engine.Cancellation;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs prechecks in the background, a few at a time, on this node. A stopped or killed process
 * loses nothing: what had not ended is run again at the next start.
 *
 * <p>A durable queue that several nodes share takes the place of this class later. That is why it
 * offers no more than {@link #submit}: whoever replaces it has to store and queue in one step, to
 * run ids through {@link Runner}, and to stop.
 */
@Singleton
public final class RunQueue implements ApplicationEventListener<ServerStartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(RunQueue.class);
  private static final int RETRY_SECONDS = 5;

  private final Runner runner;
  private final RunLog log;
  private final RunSettings settings;
  private final ExecutorService workers;
  private final Semaphore places;
  private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  RunQueue(Runner runner, RunLog log, RunSettings settings) {
    this.runner = runner;
    this.log = log;
    this.settings = settings;
    workers = Executors.newFixedThreadPool(settings.concurrent(), RunQueue::thread);
    places = new Semaphore(settings.concurrent() + settings.queue());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "precheck-worker");
    thread.setDaemon(true);
    return thread;
  }

  /** Takes up what an earlier process left unfinished, even if that is more than may wait. */
  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    List<String> unfinished = log.unfinished();
    if (!unfinished.isEmpty()) {
      LOG.info("Running {} prechecks again that had not ended.", unfinished.size());
    }
    unfinished.forEach(id -> queue(id, () -> {}));
  }

  /**
   * Stores a precheck and queues it, or does neither.
   *
   * @param store stores it and returns its id
   * @return the id
   * @throws ApiException if too many wait, or the service is being stopped
   */
  String submit(Supplier<String> store) {
    if (stopping) {
      throw new ApiException(
              ErrorCode.SHUTTING_DOWN, "The server is being stopped and starts nothing new.")
          .retryAfter(RETRY_SECONDS);
    }
    if (!places.tryAcquire()) {
      throw busy();
    }
    String id;
    try {
      id = store.get();
    } catch (RuntimeException e) {
      places.release();
      throw e;
    }
    queue(id, places::release);
    return id;
  }

  private ApiException busy() {
    int waiting = settings.queue();
    return new ApiException(
            ErrorCode.SERVICE_BUSY,
            "The server is busy: " + waiting + " prechecks are waiting, as many as may wait.")
        .with("waiting", String.valueOf(waiting))
        .retryAfter(RETRY_SECONDS);
  }

  private void queue(String id, Runnable whenEnded) {
    log.queued(id);
    workers.execute(
        () -> {
          try {
            run(id);
          } finally {
            whenEnded.run();
          }
        });
  }

  private void run(String id) {
    Cancellation cancellation = new Cancellation();
    running.add(cancellation);
    try {
      if (!stopping) {
        runner.run(id, cancellation, () -> stopping);
      }
    } catch (RuntimeException e) {
      LOG.error(
          "The precheck {} could not be written down; it runs again at the next start.", id, e);
    } finally {
      running.remove(cancellation);
    }
  }

  /** Lets running prechecks go; they stay unfinished in the store. */
  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    workers.shutdown();
    running.forEach(Cancellation::cancel);
    if (!workers.awaitTermination(settings.grace().toMillis(), TimeUnit.MILLISECONDS)) {
      workers.shutdownNow();
    }
  }
}
