package dev.precheck.engine;

import dev.precheck.engine.Evidence.State;
import dev.precheck.spi.Facet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Takes down how one fact is read, while it is read and perhaps over two connections. It keeps no
 * more than it shows, however many rows there are.
 */
final class Reading implements Witness {

  private final Fact fact;
  private final UnaryOperator<String> redact;
  private Optional<Sent> sent = Optional.empty();
  private Optional<Instant> startedAt = Optional.empty();
  private long startedNanos;
  private Optional<Evidence> end = Optional.empty();

  Reading(Fact fact, UnaryOperator<String> redact) {
    this.fact = fact;
    this.redact = redact;
  }

  /** All that it needs is there; from now on its time runs, if it does not yet. */
  synchronized void begin() {
    if (startedAt.isEmpty()) {
      startedAt = Optional.of(Instant.now());
      startedNanos = System.nanoTime();
    }
  }

  @Override
  public synchronized void sending(String statement, Collection<String> parameters) {
    sent =
        Optional.of(
            sent.map(Sent::again)
                .orElseGet(() -> Sent.first(shown(statement), parameters, redact)));
  }

  /**
   * Only a probe's statement is made of what servers said. A facet's statement is the same for
   * everybody: a secret that happens to be a word of it would not be hidden by blanking that word,
   * it would be told.
   */
  private String shown(String statement) {
    return fact.facet().source() == Facet.Source.PROBE ? redact.apply(statement) : statement;
  }

  /** These are its rows. */
  synchronized void read(List<?> rows) {
    if (end.isEmpty()) {
      Sample sample = Sample.of(fact.facet(), rows, redact);
      end = Optional.of(evidence(State.READ, rows.size(), sample, Optional.empty()));
    }
  }

  /** What came of the attempt to connect; the failure is without secrets already. */
  synchronized void connected(Sample attempt, Optional<String> failure) {
    State state = failure.isPresent() ? State.FAILED : State.READ;
    end = Optional.of(evidence(state, 1, attempt, failure));
  }

  /** It has no rows, and why, without secrets already. */
  synchronized void failed(Optional<String> why) {
    if (end.isEmpty()) {
      State state = startedAt.isPresent() ? State.FAILED : State.NOT_READ;
      end = Optional.of(evidence(state, 0, Sample.NONE, why));
    }
  }

  /** As far as it has got. */
  synchronized Evidence evidence() {
    return end.orElseGet(() -> evidence(State.UNFINISHED, 0, Sample.NONE, Optional.empty()));
  }

  private Evidence evidence(State state, long rows, Sample sample, Optional<String> failure) {
    Optional<Duration> took =
        state == State.UNFINISHED
            ? Optional.empty()
            : startedAt.map(at -> Duration.ofNanos(System.nanoTime() - startedNanos));
    return new Evidence(
        fact.place(), fact.facet().name(), state, sent, startedAt, took, rows, sample, failure);
  }
}
