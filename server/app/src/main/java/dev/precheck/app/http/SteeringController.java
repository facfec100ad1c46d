package dev.precheck.app.http;

import dev.precheck.api.SteeringApi;
import dev.precheck.api.model.RemovePreCheckObjectsRequest;
import dev.precheck.api.model.RemovePreCheckObjectsResponse;
import dev.precheck.api.model.RetryPreCheckRequest;
import dev.precheck.api.model.RetryPreCheckResponse;
import dev.precheck.api.model.SkipPreCheckRequest;
import dev.precheck.api.model.SkipPreCheckResponse;
import dev.precheck.api.model.StopPreCheckRequest;
import dev.precheck.api.model.StopPreCheckResponse;
import dev.precheck.api.model.UnskipPreCheckRequest;
import dev.precheck.api.model.UnskipPreCheckResponse;
import dev.precheck.app.access.CurrentCaller;
import dev.precheck.app.run.ReducedPlan;
import dev.precheck.app.run.Removals;
import dev.precheck.app.run.Retries;
import dev.precheck.app.run.StartedAttempt;
import dev.precheck.app.run.Steering;
import dev.precheck.app.store.SkipChange;
import dev.precheck.app.store.Skips;
import dev.precheck.app.store.StoppedPrecheck;
import dev.precheck.app.store.StoreClock;
import dev.precheck.wire.Exchange;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Objects;

/** The actions that steer prechecks. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class SteeringController implements SteeringApi {

  private final Steering steering;
  private final Retries retries;

  private final Removals removals;
  private final Skips skips;
  private final StoreClock clock;

  SteeringController(
      Steering steering, Retries retries, Removals removals, Skips skips, StoreClock clock) {
    this.steering = steering;
    this.retries = retries;
    this.removals = removals;
    this.skips = skips;
    this.clock = clock;
  }

  @Override
  public HttpResponse<RetryPreCheckResponse> retryPreCheck(@Body RetryPreCheckRequest request) {
    StartedAttempt started =
        retries.retry(
            request.getId(),
            SteeringMapper.choice(request),
            CurrentCaller.by(request.getRetriedBy()));
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new RetryPreCheckResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(SteeringMapper.retried(request.getId(), started)));
  }

  @Override
  public HttpResponse<SkipPreCheckResponse> skipPreCheck(@Body SkipPreCheckRequest request) {
    SkipChange change = skips.skip(SkipMapper.decision(request, clock.instant()));
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new SkipPreCheckResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(SkipMapper.skipped(change)));
  }

  @Override
  public HttpResponse<UnskipPreCheckResponse> unskipPreCheck(@Body UnskipPreCheckRequest request) {
    SkipMapper.refuseNothing(request);
    SkipChange change =
        skips.unskip(
            request.getId(),
            Objects.requireNonNullElse(request.getSkips(), List.of()),
            Objects.requireNonNullElse(request.getItems(), List.of()),
            CurrentCaller.by(request.getUndoneBy()));
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new UnskipPreCheckResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(SkipMapper.skipped(change)));
  }

  @Override
  public HttpResponse<RemovePreCheckObjectsResponse> removePreCheckObjects(
      @Body RemovePreCheckObjectsRequest request) {
    ReducedPlan reduced =
        removals.remove(
            request.getId(),
            SteeringMapper.choice(request),
            CurrentCaller.by(request.getRemovedBy()));
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new RemovePreCheckObjectsResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(SteeringMapper.reduced(request.getId(), reduced)));
  }

  @Override
  public HttpResponse<StopPreCheckResponse> stopPreCheck(@Body StopPreCheckRequest request) {
    StoppedPrecheck stopped =
        steering.stop(request.getId(), CurrentCaller.by(request.getStoppedBy()));
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new StopPreCheckResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(SteeringMapper.stopped(stopped)));
  }
}
