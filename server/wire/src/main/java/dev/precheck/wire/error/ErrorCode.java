package dev.precheck.wire.error;

/**
 * Everything that a call can fail with: what the caller reads as {@code code}, the HTTP status that
 * belongs to it, and what to do where the failure itself knows nothing better.
 */
public enum ErrorCode {
  PARAM_ERROR(400, "Correct the members listed in errorDetail.violations."),
  UNAUTHENTICATED(
      401,
      "Send the header Authorization with an API token, as Bearer or as the password of Basic."
          + " Whoever has the role admin makes one with CreateApiToken, whoever runs the server with"
          + " `precheck tokens create`."),
  FORBIDDEN(403, "Use a token with that role, or ask an admin of your tenant for one."),
  UNKNOWN_ACTION(404, "Look the action up in /openapi.yaml or on the page /docs."),
  PRECHECK_NOT_FOUND(404, "Use the id that SubmitPreCheck returned in `data`."),
  PRECHECK_ITEM_NOT_FOUND(404, "Use a `name` out of `preCheckResults` of GetPreCheckResult."),
  PRECHECK_ATTEMPT_NOT_FOUND(
      404,
      "Use a number out of `attempts` of GetPreCheckResult, or leave attempt out for the latest."),
  PRECHECK_FINDING_NOT_FOUND(404, "Use a `fingerprint` out of ListPreCheckFindings."),
  PRECHECK_SKIP_NOT_FOUND(
      404,
      "Use an `id` out of `skips` of an item in GetPreCheckResult; those that are undone or have"
          + " expired are in `skipHistory`."),
  DATA_SOURCE_NOT_FOUND(
      404, "Look the id up with ListDataSource. A deleted data source keeps no id."),
  PROJECT_NOT_FOUND(404, "Look the id up with ListProjects. A deleted project keeps no id."),
  API_TOKEN_NOT_FOUND(404, "Look the id up with ListApiTokens."),
  METHOD_NOT_ALLOWED(405, "Send the request with POST and a JSON body."),
  NOT_ACCEPTABLE(406, "Send the header `Accept: application/json`, or none."),
  DATA_SOURCE_NAME_TAKEN(
      409, "Choose another name, or change that data source with UpdateDataSource."),
  PRECHECK_NOT_ENDED(
      409,
      "Wait until GetPreCheckResult shows that it has ended, or end it with StopPreCheck; then send"
          + " the request again."),
  PRECHECK_CHANGED(409, "Look at the precheck with GetPreCheckResult, and decide again."),
  PRECHECK_ENDED(409, "There is nothing to stop. GetPreCheckResult has its results."),
  DATA_SOURCE_IN_USE(409, "Wait until nothing uses the data source, then delete again."),
  PROJECT_IN_USE(
      409, "Wait until GetPreCheckResult shows that the precheck has ended, then delete again."),
  PROJECT_CHANGED(
      409,
      "Read the project again with DescribeProject, apply the change to what it is now, and send its"
          + " configRevision."),
  API_TOKEN_NAME_TAKEN(409, "Choose another name, or revoke that token with RevokeApiToken first."),
  BODY_TOO_LARGE(
      413,
      "For a plan with very many tables, use mode WILDCARD with rules instead of a list. The"
          + " operator can raise the limit."),
  UNSUPPORTED_MEDIA_TYPE(415, "Send the header `Content-Type: application/json`."),
  PRECHECKS_NOT_COMPARABLE(422, "Compare prechecks that have the same source and the same target."),
  NOT_SKIPPABLE(422, "Put right what the item says, and retry it with RetryPreCheck."),
  NOTHING_TO_SKIP(422, "Leave the item out."),
  NOTHING_TO_REMOVE(422, "Name the objects in objects, or leave the plan as it is."),
  OBJECT_NOT_IN_PLAN(422, "Name the objects as the plan does, with the names of the source."),
  NOTHING_TO_RETRY(422, "Retry it with the scope ALL to judge every item again."),
  SAME_ENDPOINT(422, "Give another data source as sourceEndpointId or as sinkEndpointId."),
  EMPTY_SELECTION(
      422,
      "List tables or views in transferMapping.databases[].tables and .views. For whole databases,"
          + " use mode WILDCARD with a rule such as `shop.*` in tableAndViewWhiteList."),
  PHASE_MISSING(422, "Set at least one of them to true: it decides what has to be checked."),
  ENGINE_NOT_ALLOWED(422, "Use one of MYSQL, MARIADB, POSTGRESQL, or start the demo."),
  IDEMPOTENCY_KEY_REUSED(
      422,
      "Send the very body that came with the key first, or use a new key for a new submission."),
  INVALID_PARTNER(
      422,
      "A pair is one MASTER and one SLAVE of the same engine, neither with another partner. Or"
          + " leave partnerId out."),
  INVALID_PASSWORD_ENCODING(
      422,
      "Encode the UTF-8 bytes of the password in Base64 (RFC 4648), or use CreateDataSource, which"
          + " takes plain text."),
  RATE_LIMITED(
      429, "Send the request again after the number of seconds in the header Retry-After."),
  SERVICE_BUSY(
      429, "Send the request again after the number of seconds in the header Retry-After."),
  INNER_ERROR(
      500,
      "Send the request again. If it fails again, ask the operator to look for the requestId in"
          + " the server's log."),
  STORE_UNAVAILABLE(
      503,
      "Send the request again after the number of seconds in the header Retry-After. If it goes on,"
          + " the operator has to look after the service's own database."),
  SHUTTING_DOWN(
      503,
      "Send the request again after the number of seconds in the header Retry-After, when the"
          + " server is back.");

  private final int status;
  private final String advice;

  ErrorCode(int status, String advice) {
    this.status = status;
    this.advice = advice;
  }

  /** The HTTP status of the path form. */
  public int status() {
    return status;
  }

  /** What to do, where the failure knows nothing better. */
  public String advice() {
    return advice;
  }

  /**
   * Whether the call was understood and its content is the matter. On the form {@code ?Action=}
   * such a failure is HTTP 200, as OMS clients expect; others keep their status on both forms.
   */
  public boolean isBusiness() {
    return isBusiness(status);
  }

  /** The same for any failure with this HTTP status. */
  public static boolean isBusiness(int status) {
    return status == 400 || status == 404 || status == 409 || status == 422;
  }

  /** Whether the server itself is at fault. */
  public boolean isFatal() {
    return status == 500;
  }
}
