package dev.precheck.app.http;

import dev.precheck.api.model.PreCheckPastSkip;
import dev.precheck.api.model.PreCheckSkip;
import dev.precheck.api.model.PreCheckStatus;
import dev.precheck.api.model.SkipEndCause;
import dev.precheck.api.model.SkipPreCheckRequest;
import dev.precheck.api.model.SkippedPreCheck;
import dev.precheck.api.model.UnskipPreCheckRequest;
import dev.precheck.app.access.CurrentCaller;
import dev.precheck.app.store.SkipChange;
import dev.precheck.app.store.SkipDecision;
import dev.precheck.app.store.SkipEntry;
import dev.precheck.app.store.SkipWish;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import dev.precheck.wire.error.Violation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** From skips on the wire to those that are stored, and back. */
final class SkipMapper {

  private SkipMapper() {}

  /**
   * What is to be skipped.
   *
   * @throws ApiException if it would have ended already
   */
  static SkipDecision decision(SkipPreCheckRequest request, Instant now) {
    return new SkipDecision(
        request.getId(),
        request.getItems().stream()
            .map(item -> new SkipWish(item.getName(), Optional.ofNullable(item.getFindings())))
            .toList(),
        request.getReason(),
        CurrentCaller.by(request.getSkippedBy()),
        Optional.ofNullable(request.getExpireTime()).map(time -> future(time, now)));
  }

  private static Instant future(OffsetDateTime time, Instant now) {
    if (!time.toInstant().isAfter(now)) {
      String message = time.toInstant() + " is in the past; a time to come is accepted.";
      throw ApiException.violations(
          ErrorCode.PARAM_ERROR, List.of(new Violation("/expireTime", message)));
    }
    return time.toInstant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Lets go on if something is to be undone.
   *
   * @throws ApiException if nothing is named
   */
  static void refuseNothing(UnskipPreCheckRequest request) {
    if (request.getSkips() == null && request.getItems() == null) {
      throw ApiException.violations(
              ErrorCode.PARAM_ERROR,
              List.of(
                  new Violation(
                      "/skips", "missing, and so is items; one of them says what to undo.")))
          .advice("Send skips, items, or both.");
    }
  }

  static SkippedPreCheck skipped(SkipChange change) {
    return new SkippedPreCheck()
        .preCheckId(change.precheckId())
        .preCheckStatus(PreCheckStatus.valueOf(change.status().name()))
        .skips(
            change.skips().stream()
                .map(skip -> skip(skip, change.consequence(skip.item())))
                .toList());
  }

  /** A skip that has ended. */
  static PreCheckPastSkip past(SkipEntry skip) {
    return new PreCheckPastSkip()
        .id(skip.id())
        .findings(skip.findings().orElse(List.of()))
        .reason(skip.reason())
        .skippedBy(skip.skippedBy().orElse(null))
        .skipTime(Times.utc(skip.skippedAt()))
        .expireTime(Times.utc(skip.expiresAt()))
        .endTime(Times.utc(skip.undoneAt().orElseThrow()))
        .endCause(SkipEndCause.valueOf(skip.undoneCause().orElseThrow()))
        .undoneBy(skip.undoneBy().orElse(null));
  }

  /**
   * A skip on the wire.
   *
   * @param consequence of the item; only items that have one are ever skipped
   */
  static PreCheckSkip skip(SkipEntry skip, Optional<String> consequence) {
    return new PreCheckSkip()
        .id(skip.id())
        .item(skip.item())
        .findings(skip.findings().orElse(List.of()))
        .reason(skip.reason())
        .consequence(consequence.orElseThrow())
        .skippedBy(skip.skippedBy().orElse(null))
        .skipTime(Times.utc(skip.skippedAt()))
        .expireTime(Times.utc(skip.expiresAt()));
  }
}
