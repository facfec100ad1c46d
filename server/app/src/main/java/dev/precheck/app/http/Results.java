package dev.precheck.app.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.precheck.api.model.PreCheckResult;
import dev.precheck.app.store.History;
import dev.precheck.app.store.PrecheckChanged;
import dev.precheck.app.store.PrecheckResult;
import dev.precheck.app.store.Prechecks;
import dev.precheck.app.store.SkipEntry;
import dev.precheck.app.store.StoreClock;
import dev.precheck.app.store.StoreKind;
import dev.precheck.app.store.Tombstones;
import dev.precheck.wire.error.ApiException;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Results of prechecks; those that cannot change any more are kept at hand, also as JSON. */
@Singleton
final class Results {

  /** Bytes of JSON; the objects beside them take about as much again. */
  private static final long MAX_BYTES = 32 << 20;

  private static final class Kept {

    private final long revision;
    private final Instant until;
    private final PreCheckResult result;
    private final byte[] json;

    Kept(long revision, Instant until, PreCheckResult result, byte[] json) {
      this.revision = revision;
      this.until = until;
      this.result = result;
      this.json = json;
    }

    /** Whether it is this very object: an equal one may have been read at another moment. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(PreCheckResult other) {
      return result == other;
    }
  }

  private final Prechecks prechecks;
  private final Tombstones tombstones;
  private final History history;
  private final JsonMapper json;
  private final StoreClock clock;

  /** Whether other processes change prechecks too; of what this one changes it is told. */
  private final boolean shared;

  private final AtomicLong changes = new AtomicLong();
  private final Cache<String, Kept> finished =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .weigher((String id, Kept kept) -> kept.json.length)
          .build();

  Results(
      Prechecks prechecks,
      Tombstones tombstones,
      History history,
      JsonMapper json,
      StoreClock clock,
      StoreKind store) {
    this.prechecks = prechecks;
    this.tombstones = tombstones;
    this.history = history;
    this.json = json;
    this.clock = clock;
    this.shared = store == StoreKind.POSTGRESQL;
  }

  /** A precheck is not what it was: its result is read again when somebody asks. */
  @EventListener
  void onChanged(PrecheckChanged change) {
    changes.incrementAndGet();
    finished.invalidate(change.id());
  }

  /**
   * The result as it stands.
   *
   * @param coarse for somebody whom {@link NetworkFailures} are hidden from
   * @throws ApiException if there is no such precheck
   */
  PreCheckResult get(String id, boolean coarse) {
    return find(id, coarse).orElseThrow(() -> tombstones.missing(id));
  }

  /**
   * The result of one of its attempts.
   *
   * @throws ApiException if there is no such precheck or attempt
   */
  PreCheckResult get(String id, int attempt, boolean coarse) {
    return history
        .result(id, attempt)
        .map(ResultMapper::result)
        .map(result -> coarse ? NetworkFailures.hide(result) : result)
        .orElseGet(() -> get(id, coarse));
  }

  /** The result as it stands, if there is such a precheck; those that are kept are for all. */
  Optional<PreCheckResult> find(String id, boolean coarse) {
    if (coarse) {
      return prechecks.result(id).map(ResultMapper::result).map(NetworkFailures::hide);
    }
    Kept kept = finished.getIfPresent(id);
    return kept == null || isStale(id, kept) ? read(id) : Optional.of(kept.result);
  }

  private boolean isStale(String id, Kept kept) {
    return !clock.instant().isBefore(kept.until)
        || (shared && prechecks.revision(id).filter(now -> now == kept.revision).isEmpty());
  }

  /** The JSON of a result, if it is one of those kept at hand; not to be changed. */
  Optional<byte[]> json(PreCheckResult result) {
    return Optional.ofNullable(finished.getIfPresent(result.getPreCheckId()))
        .filter(kept -> kept.isOf(result))
        .map(kept -> kept.json);
  }

  private Optional<PreCheckResult> read(String id) {
    long before = changes.get();
    return prechecks.result(id).map(stored -> kept(id, stored, before));
  }

  private PreCheckResult kept(String id, PrecheckResult stored, long before) {
    PreCheckResult result = ResultMapper.result(stored);
    if (stored.precheck().status().isFinal()) {
      finished.put(
          id, new Kept(stored.precheck().revision(), until(stored), result, written(result)));
      if (changes.get() != before) {
        // It may have been this one that changed after it was read.
        finished.invalidate(id);
      }
    }
    return result;
  }

  /** The end of the first of its skips changes it, whether or not somebody writes that down. */
  private static Instant until(PrecheckResult stored) {
    return stored.skips().stream()
        .filter(SkipEntry::isInForce)
        .flatMap(skip -> skip.expiresAt().stream())
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  private byte[] written(PreCheckResult result) {
    try {
      return json.writeValueAsBytes(result);
    } catch (IOException e) {
      throw new UncheckedIOException("A result cannot be written as JSON.", e);
    }
  }
}
