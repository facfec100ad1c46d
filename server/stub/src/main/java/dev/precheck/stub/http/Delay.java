package dev.precheck.stub.http;

import dev.precheck.wire.ActionRewriter;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Lets a request wait before it is answered, if that is preferred; no thread waits with it. */
@ServerFilter(ActionRewriter.ENDPOINT + "/**")
@Order(Ordered.LOWEST_PRECEDENCE)
final class Delay {

  @RequestFilter
  CompletableFuture<HttpRequest<?>> delay(HttpRequest<?> request) {
    Duration delay = Preferences.of(request).delay();
    return delay.isZero()
        ? CompletableFuture.completedFuture(request)
        : CompletableFuture.supplyAsync(
            () -> request,
            CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS));
  }
}
