package dev.precheck.wire;

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

  private final CurrentContract current;

  ContractController(CurrentContract current) {
    this.current = current;
  }

  /** The document as it was written (RFC 9512); 304 to those who have it already. */
  @Get("/openapi.yaml")
  @Produces(YAML)
  HttpResponse<?> yaml(HttpRequest<?> request) {
    Contract contract = current.contract();
    String known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
    if (known != null && (known.equals("*") || known.contains(contract.tag()))) {
      return HttpResponse.notModified().header(HttpHeaders.ETAG, contract.tag());
    }
    return HttpResponse.ok(contract.yaml())
        .header(HttpHeaders.ETAG, contract.tag())
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }
}
