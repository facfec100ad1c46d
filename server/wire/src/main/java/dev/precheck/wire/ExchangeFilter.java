package dev.precheck.wire;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/** Starts the clock and gives each request its id. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ExchangeFilter {

  @PreMatching
  @RequestFilter
  void arrived(HttpRequest<?> request) {
    Exchange.of(request);
  }

  @ResponseFilter
  void answered(HttpRequest<?> request, MutableHttpResponse<?> response) {
    response.getHeaders().set(Exchange.REQUEST_ID, Exchange.of(request).id());
    IgnoredMembers.of(request).ifPresent(names -> response.header(IgnoredMembers.HEADER, names));
  }
}
