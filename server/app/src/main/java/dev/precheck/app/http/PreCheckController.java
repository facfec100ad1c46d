package dev.precheck.app.http;

import dev.precheck.api.PreCheckApi;
import dev.precheck.api.model.GetPreCheckResultRequest;
import dev.precheck.api.model.GetPreCheckResultResponse;
import dev.precheck.api.model.PreCheckResult;
import dev.precheck.api.model.SubmitPreCheckRequest;
import dev.precheck.api.model.SubmitPreCheckResponse;
import dev.precheck.app.run.Submissions;
import dev.precheck.app.store.IdempotencyKey;
import dev.precheck.wire.Exchange;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The actions on prechecks. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class PreCheckController implements PreCheckApi {

  private final Submissions submissions;
  private final SubmissionReader reader;
  private final SubmissionKeys keys;
  private final ResultWaits waits;

  PreCheckController(
      Submissions submissions, SubmissionReader reader, SubmissionKeys keys, ResultWaits waits) {
    this.submissions = submissions;
    this.reader = reader;
    this.keys = keys;
    this.waits = waits;
  }

  @Override
  public HttpResponse<SubmitPreCheckResponse> submitPreCheck(
      @Body SubmitPreCheckRequest request,
      @Header(SubmissionKeys.HEADER) @Nullable String idempotencyKey) {
    Optional<IdempotencyKey> key =
        Optional.ofNullable(idempotencyKey).map(value -> keys.key(value, request));
    // Before everything else: what the plan refers to may be gone, or the queue full, by now.
    String id =
        key.flatMap(submissions::submitted)
            .orElseGet(() -> submissions.submit(reader.read(request), key));
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new SubmitPreCheckResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(id));
  }

  @Override
  public CompletionStage<HttpResponse<GetPreCheckResultResponse>> getPreCheckResult(
      @Body GetPreCheckResultRequest request) {
    Exchange exchange = Exchange.current();
    return waits.get(request).thenApply(result -> HttpResponse.ok(answer(exchange, result)));
  }

  private static GetPreCheckResultResponse answer(Exchange exchange, PreCheckResult result) {
    return new GetPreCheckResultResponse()
        .success(true)
        .requestId(exchange.id())
        .cost(exchange.cost())
        .data(result);
  }
}
