package dev.precheck.client;

/** Answers as a server gives them. */
final class Envelopes {
  private static final String SUCCESS =
      """
      {"success": true, "errorDetail": null, "code": null, "message": null, "advice": null,
       "requestId": "bf2-9bc9", "pageNumber": null, "pageSize": null, "totalCount": null,
       "cost": "126 ms", "data": %s}
      """;

  static final String REFUSED =
      """
      {"success": false, "code": "PARAM_ERROR", "message": "The request is not legal.",
       "advice": "Name a precheck.", "requestId": "bf2-9bc9", "pageNumber": null,
       "pageSize": null, "totalCount": null, "cost": "1 ms", "data": null,
       "errorDetail": {"code": "PARAM_ERROR", "level": "ERROR", "message": "The request is not legal.",
         "reason": null, "proposal": null, "extraContext": null, "upstreamErrorDetail": null,
         "violations": [{"pointer": "/id", "message": "must not be empty"}]}}
      """;

  static final String BUSY =
      """
      {"success": false, "errorDetail": null, "code": "SHUTTING_DOWN", "message": "Going down.",
       "advice": "Try again.", "requestId": "bf2-9bca", "pageNumber": null, "pageSize": null,
       "totalCount": null, "cost": "1 ms", "data": null}
      """;

  static final String SUBMITTED = SUCCESS.formatted("\"t_1\"");

  private Envelopes() {}

  static String result(String status, double progress) {
    return result(status, progress, "PASSED");
  }

  /** A result with members of a later version, and one item of the status given. */
  static String result(String status, double progress, String itemStatus) {
    return SUCCESS.formatted(
        """
        {"projectId": "t_1", "projectStatus": "%s", "preCheckId": "t_1", "progress": %s,
         "submitTime": "2026-03-14T02:05:07.123Z", "startTime": null, "later": {"a": [1]},
         "preCheckResults": [{"name": "Source-Primary database-Database connectivity check",
           "checkType": "RDB_CONNECT", "status": "%s", "role": "MASTER", "later": 1}]}
        """
            .formatted(status, progress, itemStatus));
  }
}
