package dev.precheck.app.access;

import dev.precheck.app.identity.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who has sent the request that this thread works for. */
public final class CurrentCaller {

  private static final String ATTRIBUTE = "precheck.caller";

  private CurrentCaller() {}

  static void set(HttpRequest<?> request, Caller caller) {
    request.setAttribute(ATTRIBUTE, caller);
  }

  static Optional<Caller> of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Caller.class);
  }

  /**
   * The caller.
   *
   * @throws java.util.NoSuchElementException if the request has not been through the gate
   */
  public static Caller get() {
    return ServerRequestContext.currentRequest().flatMap(CurrentCaller::of).orElseThrow();
  }

  /** Who is to be noted: whom the caller names, else the caller; empty if nobody is known. */
  public static Optional<String> by(@Nullable String told) {
    Caller caller = get();
    return Optional.ofNullable(told)
        .or(() -> caller.equals(Caller.ANYBODY) ? Optional.empty() : Optional.of(caller.name()));
  }

  /** The caller's tenant. */
  public static String tenant() {
    return get().tenant();
  }
}
