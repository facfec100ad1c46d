package dev.precheck.stub.http;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The body of every method of the generated interfaces. */
@Singleton
@InterceptorBean(FromExamples.class)
final class Answering implements MethodInterceptor<Object, Object> {

  private final Answers answers;

  Answering(Answers answers) {
    this.answers = answers;
  }

  @Override
  public Object intercept(MethodInvocationContext<Object, Object> context) {
    CompletableFuture<HttpResponse<?>> answer =
        answers.answer(ServerRequestContext.currentRequest().orElseThrow());
    boolean waits = CompletionStage.class.isAssignableFrom(context.getReturnType().getType());
    // Only an operation that may wait is given an answer that takes time.
    return waits ? answer : answer.join();
  }
}
