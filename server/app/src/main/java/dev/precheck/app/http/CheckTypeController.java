package dev.precheck.app.http;

import dev.precheck.api.CheckTypeApi;
import dev.precheck.api.model.ListCheckTypesRequest;
import dev.precheck.api.model.ListCheckTypesResponse;
import dev.precheck.engine.Catalogue;
import dev.precheck.engine.Dialects;
import dev.precheck.spi.Check;
import dev.precheck.wire.Exchange;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import java.util.Comparator;

/** The catalogue of checks. */
@Controller
class CheckTypeController implements CheckTypeApi {

  private final Catalogue catalogue;
  private final Dialects dialects;

  CheckTypeController(Catalogue catalogue, Dialects dialects) {
    this.catalogue = catalogue;
    this.dialects = dialects;
  }

  @Override
  public HttpResponse<ListCheckTypesResponse> listCheckTypes(@Body ListCheckTypesRequest request) {
    CheckTypeFilter filter = new CheckTypeFilter(request, dialects.engines());
    ListCheckTypesResponse response =
        new ListCheckTypesResponse()
            .success(true)
            .data(
                catalogue.checks().stream()
                    .map(Check::type)
                    .filter(filter::takes)
                    .sorted(Comparator.comparing(type -> type.id()))
                    .map(CheckTypeMapper::wire)
                    .toList());
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(response.requestId(exchange.id()).cost(exchange.cost()));
  }
}
