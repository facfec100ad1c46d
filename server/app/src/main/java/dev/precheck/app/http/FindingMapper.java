package dev.precheck.app.http;

import dev.precheck.api.model.EndpointFilter;
import dev.precheck.api.model.EndpointRole;
import dev.precheck.api.model.EndpointType;
import dev.precheck.api.model.FindingObjectKind;
import dev.precheck.api.model.ListPreCheckFindingsRequest;
import dev.precheck.api.model.PreCheckFinding;
import dev.precheck.api.model.ProblemSeverity;
import dev.precheck.app.store.FindingEntry;
import dev.precheck.app.store.report.FindingQuery;
import dev.precheck.app.store.report.ReportedFinding;
import dev.precheck.spi.Role;
import dev.precheck.spi.Severity;
import dev.precheck.spi.Side;
import java.util.List;
import java.util.Optional;

/** From stored findings to those on the wire. */
final class FindingMapper {

  private FindingMapper() {}

  static FindingQuery query(ListPreCheckFindingsRequest request) {
    return new FindingQuery(
        request.getId(),
        Optional.ofNullable(request.getItemName()),
        Optional.ofNullable(request.getEndpointType())
            .map(side -> side == EndpointFilter.SOURCE ? Side.SOURCE : Side.TARGET),
        Optional.ofNullable(request.getSeverities()).orElse(List.of()).stream()
            .map(severity -> Severity.valueOf(severity.name()))
            .toList(),
        Optional.ofNullable(request.getCode()),
        Optional.ofNullable(request.getObjectName()).filter(name -> !name.isEmpty()),
        Optional.ofNullable(request.getAttempt()),
        Pages.page(request.getPageNumber(), request.getPageSize()));
  }

  static PreCheckFinding wire(ReportedFinding reported) {
    FindingEntry finding = reported.finding();
    return NetworkFailures.seen(wire(reported, finding));
  }

  private static PreCheckFinding wire(ReportedFinding reported, FindingEntry finding) {
    return new PreCheckFinding()
        .fingerprint(reported.fingerprint())
        .itemName(reported.itemName())
        .checkType(reported.checkType())
        .attempt(reported.attempt())
        .code(finding.code())
        .severity(ProblemSeverity.valueOf(finding.severity().name()))
        .endpointType(side(finding.side()))
        .role(role(reported.role()))
        .objectKind(FindingObjectKind.valueOf(finding.objectKind().name()))
        .objectPath(finding.objectPath())
        .objectName(finding.objectPath().isEmpty() ? null : String.join(".", finding.objectPath()))
        .message(finding.message())
        .remedy(finding.remedy())
        .arguments(finding.arguments())
        .fixStatements(finding.fixStatements());
  }

  static EndpointType side(Side side) {
    return side == Side.SOURCE ? EndpointType.SOURCE : EndpointType.DEST;
  }

  static Side side(EndpointType side) {
    return side == EndpointType.SOURCE ? Side.SOURCE : Side.TARGET;
  }

  static EndpointRole role(Role role) {
    return role == Role.PRIMARY ? EndpointRole.MASTER : EndpointRole.SLAVE;
  }
}
