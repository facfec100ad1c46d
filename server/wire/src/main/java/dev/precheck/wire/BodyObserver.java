package dev.precheck.wire;

import io.micronaut.http.HttpRequest;

/** Is shown the body of each call of an action. */
public interface BodyObserver {

  /** Takes note of a body, before it is judged and whatever it is. */
  void observe(HttpRequest<?> request, byte[] body);
}
