package dev.precheck.app.http;

import io.micronaut.http.HttpRequest;

/** The two forms in which an action can be called. */
enum WireForm {
  /** {@code POST /api/v2/GetPreCheckResult}. */
  PATH,
  /** {@code POST /api/v2?Action=GetPreCheckResult}. */
  ACTION,
  /** {@code /api/v2} with no {@code Action}, with several, or with one that can be no name. */
  NAMELESS;

  /**
   * Marks a request within the server. {@link ActionRewriter} takes it off whatever clients send.
   */
  static final String HEADER = "X-Precheck-Wire-Form";

  static WireForm of(HttpRequest<?> request) {
    String mark = request.getHeaders().get(HEADER);
    return mark == null ? PATH : valueOf(mark);
  }

  /** Whether the caller counts as an OMS client. */
  boolean isOms() {
    return this != PATH;
  }
}
