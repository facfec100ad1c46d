package dev.precheck.app.access;

import io.micronaut.http.HttpRequest;

/** Where requests come from. */
final class Addresses {

  private Addresses() {}

  /**
   * The IP address of the other end of the connection. What a header says of it is not looked at:
   * anybody can write one.
   */
  static String of(HttpRequest<?> request) {
    var remote = request.getRemoteAddress();
    return remote.getAddress() == null
        ? remote.getHostString()
        : remote.getAddress().getHostAddress();
  }
}
