package dev.precheck.app.http;

import dev.precheck.api.model.GetPreCheckVerdictRequest;
import dev.precheck.api.model.PreCheckVerdict;
import dev.precheck.api.model.Verdict;
import dev.precheck.api.model.VerdictPreCheckStatus;
import dev.precheck.api.model.VerdictReason;
import dev.precheck.app.report.Reason;
import dev.precheck.app.report.Ruling;
import dev.precheck.app.report.Strictness;
import dev.precheck.app.store.ItemStatus;
import dev.precheck.app.store.report.ItemState;
import dev.precheck.app.store.report.PrecheckState;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** From a ruling to a verdict on the wire. */
final class VerdictMapper {

  private VerdictMapper() {}

  static Strictness strictness(GetPreCheckVerdictRequest request) {
    return new Strictness(
        Optional.ofNullable(request.getMaxAgeSeconds()).map(Duration::ofSeconds),
        Optional.ofNullable(request.getWarningsAllowed()).orElse(true));
  }

  /** The verdict on a precheck. */
  static PreCheckVerdict wire(Ruling ruling, PrecheckState state) {
    Map<ItemStatus, Integer> counts =
        state.items().stream()
            .collect(Collectors.groupingBy(ItemState::status, Collectors.summingInt(item -> 1)));
    return wire(ruling)
        .preCheckId(state.id())
        .preCheckStatus(VerdictPreCheckStatus.valueOf(state.precheck().status().name()))
        .projectId(state.projectId().orElse(null))
        .attempt(state.attempt())
        .verdictCounts(ResultMapper.counts(counts));
  }

  /** The verdict on a project without a precheck. */
  static PreCheckVerdict wire(Ruling ruling, String projectId) {
    return wire(ruling).projectId(projectId).verdictCounts(ResultMapper.counts(Map.of()));
  }

  private static PreCheckVerdict wire(Ruling ruling) {
    return new PreCheckVerdict()
        .verdict(Verdict.valueOf(ruling.verdict().name()))
        .mayStart(ruling.mayStart())
        .resultTime(Times.utc(ruling.resultTime()))
        .ageSeconds(ruling.age().map(Duration::toSeconds).orElse(null))
        .reasons(reasons(ruling.reasons()));
  }

  private static List<VerdictReason> reasons(List<Reason> reasons) {
    return reasons.stream()
        .sorted(Comparator.comparing(reason -> !reason.blocking()))
        .map(
            reason ->
                new VerdictReason()
                    .code(reason.kind().name())
                    .blocking(reason.blocking())
                    .message(reason.message())
                    .itemNames(reason.itemNames()))
        .toList();
  }
}
