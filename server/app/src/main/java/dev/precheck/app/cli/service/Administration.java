package dev.precheck.app.cli.service;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.function.Function;

/** Works on the store of a service without serving anybody. */
public final class Administration {

  private Administration() {}

  /**
   * Does something with a part of the service.
   *
   * @param environment where its settings are
   * @throws StartFailure if the store cannot be used, for example because a service on this machine
   *     has it open; the message says what to do
   */
  public static <B, R> R with(Map<String, String> environment, Class<B> part, Function<B, R> work) {
    try (ApplicationContext context =
        ApplicationContext.builder()
            .banner(false)
            .propertySources(new Variables(environment))
            .build()
            .start()) {
      return work.apply(context.getBean(part));
    } catch (RuntimeException e) {
      throw StartFailure.explain(e);
    }
  }
}
