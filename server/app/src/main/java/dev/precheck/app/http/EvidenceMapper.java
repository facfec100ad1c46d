package dev.precheck.app.http;

import dev.precheck.api.model.EvidenceStatus;
import dev.precheck.api.model.ListPreCheckEvidenceRequest;
import dev.precheck.api.model.PreCheckEvidence;
import dev.precheck.app.store.EvidenceEntry;
import dev.precheck.app.store.report.EvidenceQuery;
import dev.precheck.app.store.report.ReportedEvidence;
import java.util.Optional;

/** From stored evidence to that on the wire. */
final class EvidenceMapper {

  private EvidenceMapper() {}

  static EvidenceQuery query(ListPreCheckEvidenceRequest request) {
    return new EvidenceQuery(
        request.getId(),
        Optional.ofNullable(request.getItemName()),
        Optional.ofNullable(request.getAttempt()),
        Pages.page(request.getPageNumber(), request.getPageSize()));
  }

  static PreCheckEvidence wire(ReportedEvidence reported) {
    return NetworkFailures.seen(wire(reported, reported.evidence()));
  }

  private static PreCheckEvidence wire(ReportedEvidence reported, EvidenceEntry evidence) {
    return new PreCheckEvidence()
        .factId(reported.fact())
        .attempt(reported.attempt())
        .endpointType(FindingMapper.side(evidence.side()))
        .role(FindingMapper.role(evidence.role()))
        .facet(evidence.facet())
        .status(EvidenceStatus.valueOf(evidence.state().name()))
        .itemNames(reported.itemNames())
        .statement(evidence.statement().orElse(null))
        .statementLength(evidence.statementLength())
        .statementCount(evidence.statementCount())
        .parameters(evidence.parameters())
        .parameterCount(evidence.parameterCount())
        .startTime(Times.utc(evidence.startedAt()))
        .cost(evidence.millis().map(millis -> millis + " ms").orElse(null))
        .rowCount(evidence.rowCount())
        .sampleColumns(evidence.sampleColumns())
        .sampleRows(evidence.sampleRows())
        .failure(evidence.failure().orElse(null));
  }
}
