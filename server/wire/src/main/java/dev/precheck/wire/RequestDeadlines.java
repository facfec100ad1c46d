package dev.precheck.wire;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Puts {@link SlowRequests} into each connection. */
@Singleton
final class RequestDeadlines extends ConnectionHandler {

  RequestDeadlines(
      @Value("${precheck.access.head-deadline:2m}") Duration head,
      @Value("${precheck.access.body-deadline:2m}") Duration body) {
    super("slow-requests", new SlowRequests(head, body));
  }
}
