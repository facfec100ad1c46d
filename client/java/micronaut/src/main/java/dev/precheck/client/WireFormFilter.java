package dev.precheck.client;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.ClientFilter;
import io.micronaut.http.annotation.RequestFilter;
import java.net.URI;

/** Sends requests to Precheck in the wire form that the settings ask for. */
@ClientFilter(patterns = ClientFilter.MATCH_ALL_PATTERN, serviceId = "precheck")
final class WireFormFilter {
  private final WireForm wireForm;

  WireFormFilter(@Value("${precheck.client.wire-form:path}") WireForm wireForm) {
    this.wireForm = wireForm;
  }

  @RequestFilter
  void rewrite(MutableHttpRequest<?> request) {
    if (wireForm == WireForm.ACTION) {
      String uri = request.getUri().toString();
      int slash = uri.lastIndexOf('/');
      request.uri(URI.create(uri.substring(0, slash) + "?Action=" + uri.substring(slash + 1)));
    }
  }
}
