package dev.precheck.app.http;

import java.nio.charset.StandardCharsets;

/** One event of a stream of server-sent events (HTML Living Standard, 9.2), as it is sent. */
record StreamEvent(String text) {

  /** Keeps the connection alive and is no event to the client. */
  static final StreamEvent HEARTBEAT = new StreamEvent(":\n\n");

  /**
   * An event that does not move the point from which the client would go on.
   *
   * @param json one line
   */
  static StreamEvent of(String name, String json) {
    return new StreamEvent("event: " + name + "\ndata: " + json + "\n\n");
  }

  /** The same, as the point from which the client goes on after a broken connection. */
  StreamEvent withId(long id) {
    return new StreamEvent("id: " + id + "\n" + text);
  }

  /** The same, with the time after which the client comes back to a broken connection. */
  StreamEvent withRetry(long millis) {
    return new StreamEvent("retry: " + millis + "\n" + text);
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
