package dev.precheck.app.access;

import dev.precheck.wire.ActionRewriter;
import dev.precheck.wire.Failures;
import io.micronaut.core.beans.BeanWrapper;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/**
 * Has each call that came as far as its action noted before the answer leaves. Filters before it
 * that refuse a call note that themselves.
 */
@ServerFilter(ActionRewriter.ENDPOINT + "/**")
final class AuditFilter {

  private final Audit audit;

  AuditFilter(Audit audit) {
    this.audit = audit;
  }

  @ResponseFilter
  @ExecuteOn(GateThreads.NAME)
  void answered(HttpRequest<?> request, HttpResponse<?> response) {
    audit.note(request, Failures.code(request), made(response));
  }

  /** Actions that make something answer with its id, or with it. */
  private static Optional<String> made(HttpResponse<?> response) {
    return Optional.ofNullable(response.body())
        .flatMap(body -> property(body, "data"))
        .flatMap(
            data ->
                data instanceof String id
                    ? Optional.of(id)
                    : property(data, "token")
                        .flatMap(token -> property(data, "id"))
                        .map(Object::toString));
  }

  private static Optional<Object> property(Object bean, String name) {
    return BeanWrapper.findWrapper(bean)
        .flatMap(wrapper -> wrapper.getProperty(name, Object.class));
  }
}
