package dev.precheck.app.http;

import java.util.Map;

/** What reads a precheck, and what it says of one with a failed item whose skip is over. */
enum SkipReader {
  VERDICT("false"),
  RESULT("FAILED"),
  LIST("FAILED"),
  RETRY("[Target-Primary database-Target table emptiness check]"),
  SCRIPT("2");

  final String expired;

  SkipReader(String expired) {
    this.expired = expired;
  }

  String reads(Api api, String id) {
    return String.valueOf(
        switch (this) {
          case VERDICT ->
              api.ok("GetPreCheckVerdict", Map.of("id", id)).<Object>path("data.mayStart");
          case RESULT ->
              api.ok("GetPreCheckResult", Map.of("id", id)).<Object>path("data.projectStatus");
          case LIST -> api.ok("ListPreChecks", Map.of()).<Object>path("data[0].preCheckStatus");
          case RETRY -> api.ok("RetryPreCheck", Map.of("id", id)).<Object>path("data.items");
          case SCRIPT ->
              api.ok("GetPreCheckFixScript", Map.of("id", id, "endpointType", "DEST"))
                  .<Object>path("data.statementCount");
        });
  }
}
