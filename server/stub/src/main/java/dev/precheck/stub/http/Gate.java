package dev.precheck.stub.http;

import dev.precheck.stub.contract.Document;
import dev.precheck.stub.contract.Example;
import dev.precheck.stub.contract.Operation;
import dev.precheck.stub.contract.Security;
import dev.precheck.stub.contract.Template.Place;
import dev.precheck.wire.ActionRewriter;
import dev.precheck.wire.Exchange;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for a login before anything else is looked at, if the contract has the operation ask. */
@ServerFilter(ActionRewriter.ENDPOINT + "/**")
final class Gate {

  private final LoadedContract loaded;
  private final Recording recording;

  Gate(LoadedContract loaded, Recording recording) {
    this.loaded = loaded;
    this.recording = recording;
  }

  /** Nothing for whoever may pass. */
  @PreMatching
  @RequestFilter
  @Nullable HttpResponse<?> login(HttpRequest<?> request) {
    Document document = loaded.version().document();
    Optional<Operation> operation = document.operation(Calls.action(request));
    if (operation.isEmpty() || operation.get().security().admits(new Caller(request))) {
      return null;
    }
    Example example = operation.get().example(401).orElseThrow();
    Exchange exchange = Exchange.of(request);
    byte[] body =
        example
            .template()
            .fill(Map.of(Place.REQUEST_ID, exchange.id(), Place.COST, exchange.cost()));
    HttpResponse<?> response =
        HttpResponse.unauthorized()
            .body(body)
            .header(Exchange.REQUEST_ID, exchange.id())
            .header(HttpHeaders.CONTENT_TYPE, example.mediaType())
            .header(HttpHeaders.WWW_AUTHENTICATE, operation.get().security().challenge());
    // Filters for answers are for requests that have got as far as a route.
    recording.answered(request, response);
    return response;
  }

  private record Caller(HttpRequest<?> request) implements Security.Caller {
    @Override
    public String header(String name) {
      return request.getHeaders().findFirst(name).orElse("");
    }

    @Override
    public String query(String name) {
      return request.getParameters().getFirst(name).orElse("");
    }
  }
}
