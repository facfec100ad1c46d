package dev.precheck.stub.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.stub.contract.Example;
import dev.precheck.stub.contract.Operation;
import dev.precheck.stub.contract.Template;
import dev.precheck.stub.contract.Template.Place;
import dev.precheck.stub.story.Scenario;
import dev.precheck.stub.story.Stories;
import dev.precheck.stub.story.Stories.Shown;
import dev.precheck.wire.Exchange;
import dev.precheck.wire.Refusals;
import dev.precheck.wire.error.ErrorCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Answers a request that has passed its checks. */
@Singleton
final class Answers {

  private static final int OK = 200;

  private final LoadedContract loaded;
  private final Stories stories;
  private final StubSettings settings;
  private final Faults faults;

  Answers(LoadedContract loaded, Stories stories, StubSettings settings, Faults faults) {
    this.loaded = loaded;
    this.stories = stories;
    this.settings = settings;
    this.faults = faults;
  }

  /** The answer, at once or after the time that it takes. */
  CompletableFuture<HttpResponse<?>> answer(HttpRequest<?> request) {
    LoadedContract.Version version = loaded.version();
    String action = Calls.action(request);
    Operation operation =
        version
            .document()
            .operation(action)
            .orElseThrow(() -> Refusals.unknownAction(action, version.document().contract()));
    if (!request.getMethodName().equals(operation.method())) {
      throw Refusals.otherMethod(request, version.document().contract());
    }
    Calls.refuseWrongParameters(request, operation, version.document());
    Calls.markValid(request);
    Preferences preferences = Preferences.of(request);
    if (preferences.pickAnswer()) {
      Example example = new Choice(preferences, operation).example();
      return now(request, preferences, picked(version, operation, example, preferences), example);
    }
    Optional<Shown> shown = story(version, operation, request, preferences);
    if (shown.isEmpty()) {
      Example usual = operation.usual();
      return now(request, preferences, usual.template(), usual);
    }
    Shown show = shown.get();
    return after(
        show.after(),
        () -> respond(request, preferences, show.template(), show.values(), operation.usual()));
  }

  private static Template picked(
      LoadedContract.Version version,
      Operation operation,
      Example example,
      Preferences preferences) {
    return preferences.isDynamic()
        ? new DynamicAnswer(version.document(), operation, example).template(preferences.seed())
        : example.template();
  }

  private Optional<Shown> story(
      LoadedContract.Version version,
      Operation operation,
      HttpRequest<?> request,
      Preferences preferences) {
    return switch (operation.action()) {
      case "SubmitPreCheck" -> Optional.of(submit(version, operation, request, preferences));
      case "GetPreCheckResult" -> stories.result(Calls.body(request));
      case "ListPreCheckFindings" -> stories.findings(operation, Calls.body(request));
      default -> Optional.empty();
    };
  }

  private Shown submit(
      LoadedContract.Version version,
      Operation operation,
      HttpRequest<?> request,
      Preferences preferences) {
    JsonNode plan = Calls.body(request);
    Scenario scenario = new Choice(preferences, operation).scenario(plan, version.scenarios());
    Duration pace = preferences.pace().orElse(settings.pace());
    Optional<String> key = request.getHeaders().findFirst("Idempotency-Key");
    return stories.submit(operation, plan, key, scenario, pace);
  }

  private CompletableFuture<HttpResponse<?>> now(
      HttpRequest<?> request, Preferences preferences, Template template, Example example) {
    return CompletableFuture.completedFuture(
        respond(request, preferences, template, Map.of(), example));
  }

  private static CompletableFuture<HttpResponse<?>> after(
      Duration wait, Supplier<HttpResponse<?>> response) {
    return wait.isZero()
        ? CompletableFuture.completedFuture(response.get())
        : CompletableFuture.supplyAsync(
            response, CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS));
  }

  private HttpResponse<?> respond(
      HttpRequest<?> request,
      Preferences preferences,
      Template template,
      Map<Place, String> values,
      Example example) {
    Exchange exchange = Exchange.of(request);
    Map<Place, String> all = new EnumMap<>(Place.class);
    all.putAll(values);
    all.put(Place.REQUEST_ID, exchange.id());
    all.put(Place.COST, exchange.cost());
    boolean quiet = exchange.form().isOms() && ErrorCode.isBusiness(example.status());
    MutableHttpResponse<?> response = HttpResponse.status(quiet ? OK : example.status(), null);
    if (!example.isEmpty()) {
      response.body(template.fill(all)).header(HttpHeaders.CONTENT_TYPE, example.mediaType());
    }
    example.headers().forEach(response::header);
    if (!preferences.isEmpty()) {
      response.header(Preferences.APPLIED, preferences.applied());
      faults.apply(request, preferences, response);
    }
    return response;
  }
}
