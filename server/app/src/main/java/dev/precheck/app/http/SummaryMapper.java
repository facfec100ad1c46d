package dev.precheck.app.http;

import dev.precheck.api.model.ListPreChecksRequest;
import dev.precheck.api.model.PreCheckStatus;
import dev.precheck.api.model.PreCheckSummary;
import dev.precheck.app.access.CurrentCaller;
import dev.precheck.app.store.PrecheckEntry;
import dev.precheck.app.store.Status;
import dev.precheck.app.store.report.PrecheckQuery;
import dev.precheck.app.store.report.PrecheckSummary;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** From stored prechecks to lines of a list on the wire. */
final class SummaryMapper {

  private SummaryMapper() {}

  static PrecheckQuery query(ListPreChecksRequest request) {
    return new PrecheckQuery(
        CurrentCaller.tenant(),
        Optional.ofNullable(request.getSearchKey()).filter(key -> !key.isEmpty()),
        Optional.ofNullable(request.getStatus()).orElse(List.of()).stream()
            .map(status -> Status.valueOf(status.name()))
            .toList(),
        Optional.ofNullable(request.getProjectId()),
        Optional.ofNullable(request.getDataSourceId()),
        Optional.ofNullable(request.getSubmittedFrom()).map(OffsetDateTime::toInstant),
        Optional.ofNullable(request.getSubmittedTo()).map(OffsetDateTime::toInstant),
        "finishTime".equals(request.getSortField()),
        Optional.ofNullable(request.getOrder())
            .filter(order -> order.startsWith("asc"))
            .isPresent(),
        Pages.page(request.getPageNumber(), request.getPageSize()));
  }

  static PreCheckSummary wire(PrecheckSummary summary) {
    PrecheckEntry precheck = summary.precheck();
    return new PreCheckSummary()
        .preCheckId(precheck.id())
        .preCheckStatus(PreCheckStatus.valueOf(precheck.status().name()))
        .name(precheck.name().orElse(null))
        .projectId(summary.projectId().orElse(null))
        .attempt(summary.attempt())
        .progress(ResultMapper.progress(precheck))
        .sourceEndpointId(summary.sourceId())
        .sinkEndpointId(summary.targetId())
        .verdictCounts(ResultMapper.counts(summary.items()))
        .findingCount(summary.findingCount())
        .errorDetail(precheck.errorDetail().orElse(null))
        .submitTime(Times.utc(precheck.submittedAt()))
        .startTime(Times.utc(precheck.startedAt()))
        .finishTime(Times.utc(precheck.finishedAt()));
  }
}
