package dev.precheck.wire;

import io.micronaut.http.HttpRequest;

/** The two forms in which an action can be called. */
public enum WireForm {
  /** {@code POST /api/v2/GetPreCheckResult}. */
  PATH,
  /** {@code POST /api/v2?Action=GetPreCheckResult}. */
  ACTION,
  /** {@code /api/v2} with no {@code Action}, with several, or with one that can be no name. */
  NAMELESS;

  /**
   * Marks a request within the server. {@link ActionRewriter} takes it off whatever clients send.
   */
  public static final String HEADER = "X-Precheck-Wire-Form";

  /** How a request was called. */
  public static WireForm of(HttpRequest<?> request) {
    String mark = request.getHeaders().get(HEADER);
    return mark == null ? PATH : valueOf(mark);
  }

  /** Whether the caller counts as an OMS client. */
  public boolean isOms() {
    return this != PATH;
  }
}
