package dev.precheck.client.plain;

/**
 * How a request names its action. The server answers both; the contract describes the path form.
 */
public enum WireForm {
  /** {@code POST /api/v2/GetPreCheckResult}; a failure has an HTTP status of its own. */
  PATH {
    @Override
    String target(String path) {
      return path;
    }
  },

  /**
   * {@code POST /api/v2?Action=GetPreCheckResult}, as OMS does; most failures have HTTP status 200.
   */
  ACTION {
    @Override
    String target(String path) {
      int slash = path.lastIndexOf('/');
      return path.substring(0, slash) + "?Action=" + path.substring(slash + 1);
    }
  };

  /** Returns path and query for an operation whose path in the contract is {@code path}. */
  abstract String target(String path);
}
