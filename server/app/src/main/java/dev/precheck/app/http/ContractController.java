package dev.precheck.app.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** Hands the contract out. */
@Controller
class ContractController {

  private static final String YAML = "application/yaml";

  private final Contract contract;

  ContractController(Contract contract) {
    this.contract = contract;
  }

  /** The document as it was written (RFC 9512); 304 to those who have it already. */
  @Get("/openapi.yaml")
  @Produces(YAML)
  HttpResponse<?> yaml(HttpRequest<?> request) {
    String known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
    if (known != null && (known.equals("*") || known.contains(contract.tag()))) {
      return HttpResponse.notModified().header(HttpHeaders.ETAG, contract.tag());
    }
    return HttpResponse.ok(contract.yaml())
        .header(HttpHeaders.ETAG, contract.tag())
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }
}
