package dev.precheck.bench;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.Micronaut;
import io.micronaut.serde.annotation.Serdeable;

/** The least that Micronaut can do for a request with a body: the yardstick. */
public final class EmptyServer {

  private EmptyServer() {}

  /** Listens on the port of {@code micronaut.server.port}. */
  public static void main(String[] arguments) {
    Micronaut.run(EmptyServer.class, arguments);
  }

  /** What it is asked and answers. */
  @Serdeable
  public record Id(String id) {}

  /** Answers what it is asked. */
  @Controller("/empty")
  public static final class EmptyController {

    @Post
    Id echo(@Body Id id) {
      return id;
    }
  }
}
