package dev.precheck.wire;

import dev.precheck.wire.error.ApiException;
import io.micronaut.http.HttpRequest;

/** Is shown the body of each call of an action. */
public interface BodyObserver {

  /** Takes note of a body, before it is judged and whatever it is. */
  void observe(HttpRequest<?> request, byte[] body);

  /** Takes note that a body was refused, before the answer leaves; may wait for something. */
  default void refused(HttpRequest<?> request, ApiException why) {}
}
