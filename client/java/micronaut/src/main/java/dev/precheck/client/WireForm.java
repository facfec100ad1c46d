package dev.precheck.client;

/**
 * How a request names its action: the setting {@code precheck.client.wire-form}. The server answers
 * both; the contract describes the path form.
 */
public enum WireForm {
  /** {@code POST /api/v2/GetPreCheckResult}; a failure has an HTTP status of its own. */
  PATH,

  /**
   * {@code POST /api/v2?Action=GetPreCheckResult}, as OMS does; most failures have HTTP status 200.
   */
  ACTION
}
