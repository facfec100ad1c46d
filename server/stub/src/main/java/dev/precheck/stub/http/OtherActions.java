package dev.precheck.stub.http;

import dev.precheck.wire.ActionRewriter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.concurrent.CompletableFuture;

/** What the generated interfaces do not have: streams, and actions that only a loaded file has. */
@Controller(ActionRewriter.ENDPOINT)
final class OtherActions {

  private final Answers answers;

  OtherActions(Answers answers) {
    this.answers = answers;
  }

  @Post("/{action}")
  CompletableFuture<HttpResponse<?>> call(@PathVariable String action, HttpRequest<?> request) {
    return answers.answer(request);
  }

  @Get(uri = "/{action}", headRoute = false)
  @Produces(MediaType.TEXT_EVENT_STREAM)
  CompletableFuture<HttpResponse<?>> read(@PathVariable String action, HttpRequest<?> request) {
    return answers.answer(request);
  }
}
