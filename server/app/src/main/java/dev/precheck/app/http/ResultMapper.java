package dev.precheck.app.http;

import dev.precheck.api.model.AttemptCause;
import dev.precheck.api.model.BlackObject;
import dev.precheck.api.model.BlackObjectsInfo;
import dev.precheck.api.model.EndpointRole;
import dev.precheck.api.model.EndpointType;
import dev.precheck.api.model.PreCheckAttempt;
import dev.precheck.api.model.PreCheckItem;
import dev.precheck.api.model.PreCheckItemStatus;
import dev.precheck.api.model.PreCheckResult;
import dev.precheck.api.model.PreCheckStatus;
import dev.precheck.api.model.RemovedObjects;
import dev.precheck.api.model.VerdictCounts;
import dev.precheck.app.store.AttemptEntry;
import dev.precheck.app.store.BlackObjects;
import dev.precheck.app.store.ItemEntry;
import dev.precheck.app.store.ItemStatus;
import dev.precheck.app.store.PrecheckEntry;
import dev.precheck.app.store.PrecheckResult;
import dev.precheck.app.store.SkipEntry;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Role;
import dev.precheck.spi.Side;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From a stored precheck to its result on the wire. */
final class ResultMapper {

  private static final double TENTHS = 10;

  private ResultMapper() {}

  static PreCheckResult result(PrecheckResult stored) {
    PrecheckEntry precheck = stored.precheck();
    PreCheckStatus status = PreCheckStatus.valueOf(precheck.status().name());
    return new PreCheckResult()
        .projectId(precheck.id())
        .projectStatus(status)
        .preCheckResults(stored.items().stream().map(i -> item(i, stored.skips())).toList())
        .progress(progress(precheck))
        .preCheckId(precheck.id())
        .preCheckStatus(status)
        .name(precheck.name().orElse(null))
        .errorDetail(precheck.errorDetail().orElse(null))
        .verdictCounts(counts(byStatus(stored.items())))
        .submitTime(Times.utc(precheck.submittedAt()))
        .startTime(Times.utc(precheck.startedAt()))
        .finishTime(Times.utc(precheck.finishedAt()))
        .revision(precheck.revision())
        .attempt(precheck.attempt())
        .attempts(stored.attempts().stream().map(ResultMapper::attempt).toList());
  }

  private static PreCheckAttempt attempt(AttemptEntry attempt) {
    return new PreCheckAttempt()
        .attempt(attempt.attempt())
        .cause(AttemptCause.valueOf(attempt.cause().name()))
        .status(PreCheckStatus.valueOf(attempt.status().name()))
        .requestedBy(attempt.requestedBy().orElse(null))
        .removedObjects(attempt.removed().map(ResultMapper::removed).orElse(null))
        .requestTime(Times.utc(attempt.requestedAt()))
        .startTime(Times.utc(attempt.startedAt()))
        .finishTime(Times.utc(attempt.finishedAt()));
  }

  static PreCheckItem item(ItemEntry item, List<SkipEntry> skips) {
    List<SkipEntry> ofItem =
        skips.stream().filter(skip -> skip.item().equals(item.name())).toList();
    return new PreCheckItem()
        .name(item.name())
        .endpointType(item.side() == Side.SOURCE ? EndpointType.SOURCE : EndpointType.DEST)
        .checkType(item.checkType())
        .status(PreCheckItemStatus.valueOf(item.status().name()))
        .message(item.message().orElse(null))
        .skippable(item.skipConsequence().isPresent())
        .role(item.role() == Role.PRIMARY ? EndpointRole.MASTER : EndpointRole.SLAVE)
        .skipConsequence(item.skipConsequence().orElse(null))
        .errorDetail(item.errorDetail().orElse(null))
        .removable(item.removable())
        .blackObjectsInfo(item.blackObjects().map(ResultMapper::blackObjects).orElse(null))
        .reasonCode(item.reason().orElse(null))
        .blockedBy(item.blockedBy().orElse(null))
        .code(item.code().orElse(null))
        .advice(item.advice().orElse(null))
        .fixStatements(item.fixStatements())
        .fixStatementCount(item.fixStatementCount())
        .findingCount(item.findingCount())
        .startTime(Times.utc(item.startedAt()))
        .finishTime(Times.utc(item.finishedAt()))
        .cost(cost(item))
        .judgedStatus(PreCheckItemStatus.valueOf(item.judged().name()))
        .skips(
            ofItem.stream()
                .filter(SkipEntry::isInForce)
                .map(skip -> SkipMapper.skip(skip, item.skipConsequence()))
                .toList())
        .skipHistory(
            ofItem.stream().filter(skip -> !skip.isInForce()).map(SkipMapper::past).toList());
  }

  private static @Nullable String cost(ItemEntry item) {
    Optional<Duration> duration =
        item.startedAt()
            .flatMap(start -> item.finishedAt().map(end -> Duration.between(start, end)));
    return duration.map(d -> Math.max(0, d.toMillis()) + " ms").orElse(null);
  }

  private static BlackObjectsInfo blackObjects(BlackObjects objects) {
    return new BlackObjectsInfo().tables(names(objects.tables())).views(names(objects.views()));
  }

  static RemovedObjects removed(BlackObjects objects) {
    return new RemovedObjects().tables(names(objects.tables())).views(names(objects.views()));
  }

  private static List<BlackObject> names(List<QualifiedName> names) {
    return names.stream().map(n -> new BlackObject().schema(n.schema()).name(n.name())).toList();
  }

  /** Never rounded up to 100. */
  static double progress(PrecheckEntry precheck) {
    return Math.floor(precheck.progress() * TENTHS) / TENTHS;
  }

  private static Map<ItemStatus, Integer> byStatus(List<ItemEntry> items) {
    return items.stream()
        .collect(Collectors.groupingBy(ItemEntry::status, Collectors.summingInt(item -> 1)));
  }

  static VerdictCounts counts(Map<ItemStatus, Integer> counts) {
    return new VerdictCounts()
        .passed(counts.getOrDefault(ItemStatus.PASSED, 0))
        .warning(counts.getOrDefault(ItemStatus.WARNING, 0))
        .failed(counts.getOrDefault(ItemStatus.FAILED, 0))
        .skipped(counts.getOrDefault(ItemStatus.SKIPPED, 0))
        .undetermined(counts.getOrDefault(ItemStatus.UNDETERMINED, 0))
        .pending(counts.getOrDefault(ItemStatus.PENDING, 0))
        .running(counts.getOrDefault(ItemStatus.RUNNING, 0));
  }
}
