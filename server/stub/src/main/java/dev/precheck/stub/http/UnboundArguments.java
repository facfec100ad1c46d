package dev.precheck.stub.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.bind.RequestBinderRegistry;
import io.micronaut.http.bind.binders.AnnotatedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.function.Function;

/**
 * Hands empty arguments to the generated methods. Nothing looks at them: a loaded contract may
 * allow what the compiled types cannot hold, so the stub reads the request itself.
 */
@Singleton
final class UnboundArguments implements BeanCreatedEventListener<RequestBinderRegistry>, Ordered {

  @Override
  public RequestBinderRegistry onCreated(BeanCreatedEvent<RequestBinderRegistry> event) {
    RequestBinderRegistry registry = event.getBean();
    registry.addArgumentBinder(
        new Empty<>(Body.class, type -> BeanIntrospection.getIntrospection(type).instantiate()));
    registry.addArgumentBinder(new Empty<>(Header.class, type -> ""));
    return registry;
  }

  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  private record Empty<A extends Annotation>(
      Class<A> getAnnotationType, Function<Class<?>, Object> value)
      implements AnnotatedRequestArgumentBinder<A, Object> {
    @Override
    public BindingResult<Object> bind(
        ArgumentConversionContext<Object> context, HttpRequest<?> request) {
      Object empty = value.apply(context.getArgument().getType());
      return () -> Optional.of(empty);
    }
  }
}
