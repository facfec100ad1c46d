package dev.precheck.app.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.precheck.api.model.PreCheckResult;
import dev.precheck.app.error.ApiException;
import dev.precheck.app.store.PrecheckResult;
import dev.precheck.app.store.Prechecks;
import dev.precheck.app.store.Tombstones;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Results of prechecks; those that cannot change any more are kept at hand, also as JSON. */
@Singleton
final class Results {

  /** Bytes of JSON; the objects beside them take about as much again. */
  private static final long MAX_BYTES = 32 << 20;

  private static final class Kept {

    private final long revision;
    private final PreCheckResult result;
    private final byte[] json;

    Kept(long revision, PreCheckResult result, byte[] json) {
      this.revision = revision;
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
  private final JsonMapper json;
  private final Cache<String, Kept> finished =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .weigher((String id, Kept kept) -> kept.json.length)
          .build();

  Results(Prechecks prechecks, Tombstones tombstones, JsonMapper json) {
    this.prechecks = prechecks;
    this.tombstones = tombstones;
    this.json = json;
  }

  /**
   * The result as it stands.
   *
   * @throws ApiException if there is no such precheck
   */
  PreCheckResult get(String id) {
    return find(id).orElseThrow(() -> tombstones.missing(id));
  }

  /** The result as it stands, if there is such a precheck. */
  Optional<PreCheckResult> find(String id) {
    // Any node may have deleted it or begun another attempt since.
    Optional<Long> revision = prechecks.revision(id);
    if (revision.isEmpty()) {
      finished.invalidate(id);
      return Optional.empty();
    }
    Kept kept = finished.getIfPresent(id);
    return kept == null || kept.revision != revision.get()
        ? read(id, revision.get())
        : Optional.of(kept.result);
  }

  /** The JSON of a result, if it is one of those kept at hand; not to be changed. */
  Optional<byte[]> json(PreCheckResult result) {
    return Optional.ofNullable(finished.getIfPresent(result.getPreCheckId()))
        .filter(kept -> kept.isOf(result))
        .map(kept -> kept.json);
  }

  private Optional<PreCheckResult> read(String id, long revision) {
    return prechecks.result(id).map(stored -> kept(id, revision, stored));
  }

  private PreCheckResult kept(String id, long revision, PrecheckResult stored) {
    PreCheckResult result = ResultMapper.result(stored);
    if (stored.precheck().status().isFinal()) {
      finished.put(id, new Kept(revision, result, written(result)));
    }
    return result;
  }

  private byte[] written(PreCheckResult result) {
    try {
      return json.writeValueAsBytes(result);
    } catch (IOException e) {
      throw new UncheckedIOException("A result cannot be written as JSON.", e);
    }
  }
}
