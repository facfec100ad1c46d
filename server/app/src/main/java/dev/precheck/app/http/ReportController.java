package dev.precheck.app.http;

import dev.precheck.api.ReportApi;
import dev.precheck.api.model.ComparePreChecksRequest;
import dev.precheck.api.model.ComparePreChecksResponse;
import dev.precheck.api.model.DeletePreCheckRequest;
import dev.precheck.api.model.DeletePreCheckResponse;
import dev.precheck.api.model.GetPreCheckFixScriptRequest;
import dev.precheck.api.model.GetPreCheckFixScriptResponse;
import dev.precheck.api.model.GetPreCheckVerdictRequest;
import dev.precheck.api.model.GetPreCheckVerdictResponse;
import dev.precheck.api.model.ListPreCheckEvidenceRequest;
import dev.precheck.api.model.ListPreCheckEvidenceResponse;
import dev.precheck.api.model.ListPreCheckFindingsRequest;
import dev.precheck.api.model.ListPreCheckFindingsResponse;
import dev.precheck.api.model.ListPreChecksRequest;
import dev.precheck.api.model.ListPreChecksResponse;
import dev.precheck.api.model.PreCheckFixScript;
import dev.precheck.api.model.PreCheckVerdict;
import dev.precheck.app.report.Comparer;
import dev.precheck.app.report.Comparer.Which;
import dev.precheck.app.report.Comparison;
import dev.precheck.app.store.DeletionCause;
import dev.precheck.app.store.Deletions;
import dev.precheck.app.store.report.EvidenceQuery;
import dev.precheck.app.store.report.Evidences;
import dev.precheck.app.store.report.FindingQuery;
import dev.precheck.app.store.report.Findings;
import dev.precheck.app.store.report.Page;
import dev.precheck.app.store.report.PrecheckList;
import dev.precheck.app.store.report.PrecheckQuery;
import dev.precheck.wire.Exchange;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** The actions that find, read, compare and judge prechecks, and clear them away. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ReportController implements ReportApi {

  private final PrecheckList prechecks;
  private final Deletions deletions;
  private final Findings findings;
  private final Evidences evidences;
  private final Comparer comparer;
  private final Reports reports;

  ReportController(
      PrecheckList prechecks,
      Deletions deletions,
      Findings findings,
      Evidences evidences,
      Comparer comparer,
      Reports reports) {
    this.prechecks = prechecks;
    this.deletions = deletions;
    this.findings = findings;
    this.evidences = evidences;
    this.comparer = comparer;
    this.reports = reports;
  }

  @Override
  public HttpResponse<ListPreChecksResponse> listPreChecks(@Body ListPreChecksRequest request) {
    PrecheckQuery query = SummaryMapper.query(request);
    ListPreChecksResponse response =
        new ListPreChecksResponse()
            .success(true)
            .pageNumber(query.page().number())
            .pageSize(query.page().size())
            .totalCount(prechecks.count(query))
            .data(prechecks.page(query).stream().map(SummaryMapper::wire).toList());
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(response.requestId(exchange.id()).cost(exchange.cost()));
  }

  @Override
  public HttpResponse<DeletePreCheckResponse> deletePreCheck(@Body DeletePreCheckRequest request) {
    deletions.delete(request.getId(), DeletionCause.BY_USER);
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new DeletePreCheckResponse().success(true).requestId(exchange.id()).cost(exchange.cost()));
  }

  @Override
  public HttpResponse<ListPreCheckFindingsResponse> listPreCheckFindings(
      @Body ListPreCheckFindingsRequest request) {
    FindingQuery query = FindingMapper.query(request);
    reports.refuseUnknown(query);
    ListPreCheckFindingsResponse response =
        new ListPreCheckFindingsResponse()
            .success(true)
            .pageNumber(query.page().number())
            .pageSize(query.page().size())
            .totalCount(findings.count(query))
            .data(findings.page(query).stream().map(FindingMapper::wire).toList());
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(response.requestId(exchange.id()).cost(exchange.cost()));
  }

  @Override
  public HttpResponse<ListPreCheckEvidenceResponse> listPreCheckEvidence(
      @Body ListPreCheckEvidenceRequest request) {
    EvidenceQuery query = EvidenceMapper.query(request);
    reports.refuseUnknown(query);
    Evidences.Found found = evidences.find(query);
    ListPreCheckEvidenceResponse response =
        new ListPreCheckEvidenceResponse()
            .success(true)
            .pageNumber(query.page().number())
            .pageSize(query.page().size())
            .totalCount(found.count())
            .data(found.page().stream().map(EvidenceMapper::wire).toList());
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(response.requestId(exchange.id()).cost(exchange.cost()));
  }

  @Override
  public HttpResponse<ComparePreChecksResponse> comparePreChecks(
      @Body ComparePreChecksRequest request) {
    Page page = Pages.page(request.getPageNumber(), request.getPageSize());
    Comparison comparison =
        comparer.compare(
            new Which(request.getId(), Optional.ofNullable(request.getAttempt())),
            new Which(request.getBaseId(), Optional.ofNullable(request.getBaseAttempt())),
            ComparisonMapper.changes(request),
            page);
    ComparePreChecksResponse response =
        new ComparePreChecksResponse()
            .success(true)
            .pageNumber(page.number())
            .pageSize(page.size())
            .totalCount(comparison.findingCount())
            .data(ComparisonMapper.wire(comparison));
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(response.requestId(exchange.id()).cost(exchange.cost()));
  }

  @Override
  public HttpResponse<GetPreCheckVerdictResponse> getPreCheckVerdict(
      @Body GetPreCheckVerdictRequest request) {
    PreCheckVerdict verdict = reports.verdict(request);
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new GetPreCheckVerdictResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(verdict));
  }

  @Override
  public HttpResponse<GetPreCheckFixScriptResponse> getPreCheckFixScript(
      @Body GetPreCheckFixScriptRequest request) {
    PreCheckFixScript script = reports.fixScript(request);
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new GetPreCheckFixScriptResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(script));
  }
}
