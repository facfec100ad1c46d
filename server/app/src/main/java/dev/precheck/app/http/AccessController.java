package dev.precheck.app.http;

import dev.precheck.api.AccessApi;
import dev.precheck.api.model.CreateApiTokenRequest;
import dev.precheck.api.model.CreateApiTokenResponse;
import dev.precheck.api.model.ListApiTokensRequest;
import dev.precheck.api.model.ListApiTokensResponse;
import dev.precheck.api.model.ListAuditEventsRequest;
import dev.precheck.api.model.ListAuditEventsResponse;
import dev.precheck.api.model.RevokeApiTokenRequest;
import dev.precheck.api.model.RevokeApiTokenResponse;
import dev.precheck.app.access.CurrentCaller;
import dev.precheck.app.store.StoreClock;
import dev.precheck.app.store.access.ApiTokenEntry;
import dev.precheck.app.store.access.ApiTokens;
import dev.precheck.app.store.access.AuditLog;
import dev.precheck.app.store.access.AuditQuery;
import dev.precheck.app.store.report.Page;
import dev.precheck.wire.Exchange;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The actions on API tokens and the audit log of the caller's tenant. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class AccessController implements AccessApi {

  private final ApiTokens tokens;
  private final AuditLog audit;
  private final StoreClock clock;

  AccessController(ApiTokens tokens, AuditLog audit, StoreClock clock) {
    this.tokens = tokens;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public HttpResponse<CreateApiTokenResponse> createApiToken(@Body CreateApiTokenRequest request) {
    ApiTokens.Created created =
        tokens.create(AccessMapper.draft(request, CurrentCaller.get(), clock.instant()));
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new CreateApiTokenResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(AccessMapper.wire(created)));
  }

  @Override
  public HttpResponse<ListApiTokensResponse> listApiTokens(@Body ListApiTokensRequest request) {
    Page page = Pages.page(request.getPageNumber(), request.getPageSize());
    String tenant = CurrentCaller.tenant();
    ListApiTokensResponse response =
        new ListApiTokensResponse()
            .success(true)
            .pageNumber(page.number())
            .pageSize(page.size())
            .totalCount(tokens.count(tenant))
            .data(tokens.page(tenant, page).stream().map(AccessMapper::wire).toList());
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(response.requestId(exchange.id()).cost(exchange.cost()));
  }

  @Override
  public HttpResponse<RevokeApiTokenResponse> revokeApiToken(@Body RevokeApiTokenRequest request) {
    ApiTokenEntry revoked = tokens.revoke(request.getId(), CurrentCaller.by(null));
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new RevokeApiTokenResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(AccessMapper.wire(revoked)));
  }

  @Override
  public HttpResponse<ListAuditEventsResponse> listAuditEvents(
      @Body ListAuditEventsRequest request) {
    AuditQuery query = AccessMapper.query(request, CurrentCaller.tenant());
    ListAuditEventsResponse response =
        new ListAuditEventsResponse()
            .success(true)
            .pageNumber(query.page().number())
            .pageSize(query.page().size())
            .totalCount(audit.count(query))
            .data(audit.page(query).stream().map(AccessMapper::wire).toList());
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(response.requestId(exchange.id()).cost(exchange.cost()));
  }
}
