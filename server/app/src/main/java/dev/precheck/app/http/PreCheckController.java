package dev.precheck.app.http;

import dev.precheck.api.PreCheckApi;
import dev.precheck.api.model.GetPreCheckResultRequest;
import dev.precheck.api.model.GetPreCheckResultResponse;
import dev.precheck.api.model.PreCheckResult;
import dev.precheck.api.model.SubmitPreCheckRequest;
import dev.precheck.api.model.SubmitPreCheckResponse;
import dev.precheck.app.run.Submissions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** The actions on prechecks. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class PreCheckController implements PreCheckApi {

  private final Submissions submissions;
  private final SubmissionReader reader;
  private final Results results;

  PreCheckController(Submissions submissions, SubmissionReader reader, Results results) {
    this.submissions = submissions;
    this.reader = reader;
    this.results = results;
  }

  @Override
  public HttpResponse<SubmitPreCheckResponse> submitPreCheck(@Body SubmitPreCheckRequest request) {
    String id = submissions.submit(reader.read(request), Optional.empty());
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new SubmitPreCheckResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(id));
  }

  @Override
  public HttpResponse<GetPreCheckResultResponse> getPreCheckResult(
      @Body GetPreCheckResultRequest request) {
    PreCheckResult result = results.get(request.getId());
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new GetPreCheckResultResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(result));
  }
}
