package dev.precheck.client;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.ClientFilter;
import io.micronaut.http.annotation.RequestFilter;

/** Sends the API token of the setting {@code precheck.client.token} with each request. */
@ClientFilter(patterns = ClientFilter.MATCH_ALL_PATTERN, serviceId = "precheck")
@Requires(property = "precheck.client.token")
final class TokenFilter {
  private final String token;

  TokenFilter(@Value("${precheck.client.token}") String token) {
    this.token = token;
  }

  @RequestFilter
  void logIn(MutableHttpRequest<?> request) {
    request.bearerAuth(token);
  }
}
