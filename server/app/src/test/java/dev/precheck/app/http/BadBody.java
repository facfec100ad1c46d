package dev.precheck.app.http;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A body that is refused.
 *
 * @param pointer where its first fault is
 * @param sentence what is said of it, among other words
 */
record BadBody(String action, String body, String pointer, String sentence) {

  private static final String GET = "GetPreCheckResult";

  static Stream<BadBody> all() {
    return Stream.of(malformed(), ids(), pages(), dataSources(), plans()).flatMap(s -> s);
  }

  private static Stream<BadBody> malformed() {
    return Stream.of(
        get("", "The request body is empty."),
        get("  \n ", "The request body is empty."),
        get("{\"id\": }", "line 1, column 8: unexpected character `}`; a value"),
        get("{\"id\": \"t_1\"", "the text ends too early."),
        get("{\n \"id\" \"t_1\"}", "line 2, column 7: unexpected character `\"`; a colon"),
        get("{id: \"t_1\"}", "the name of a member in double quotes"),
        get("{\"id\": t_1}", "a value is missing or has no quotes around it."),
        get("{\"id\": \"t\", \"id\": \"u\"}", "the member `id` stands there twice."),
        get("{\"id\": \"t\"} {}", "something follows the JSON object"),
        get("{\"id\": \"a\tb\"}", "a control character"),
        get("{\"id\": \"a\\x\"}", "a backslash"),
        get("{\"id\": " + "[".repeat(10_000), "nested more than 64 levels deep"),
        get("[]", "an array was found; an object is accepted."),
        get("\"t_1\"", "a string was found; an object is accepted."),
        get("null", "null was found; an object is accepted."));
  }

  private static Stream<BadBody> ids() {
    return Stream.of(
        new BadBody(GET, "{}", "/id", "missing."),
        id("null", "null was found; a string is accepted."),
        id("[1]", "an array was found; a string is accepted."),
        id("1", "a whole number was found; a string is accepted."),
        id("true", "true was found; a string is accepted."),
        id("\"\"", "is empty; at least 1 character is needed."),
        id("\"" + "x".repeat(65) + "\"", "has 65 characters; at most 64 are accepted."),
        new BadBody("UpdateDataSource", "{\"id\": 5}", "/id", "a whole number was found"));
  }

  private static Stream<BadBody> pages() {
    return Stream.of(
        list("pageSize", "500", "500 is out of range; 1 to 100 is accepted."),
        list("pageNumber", "0", "at least 1 is accepted."),
        list("pageNumber", "1.0", "a whole number is accepted."),
        list("pageNumber", "1e99", "a whole number is accepted."),
        list("pageNumber", "4294967297", "out of range"),
        list("order", "\"up\"", "one of asc, ascend, desc, descend is."),
        new BadBody("ListDataSource", "{\"types\": [null]}", "/types/0", "null was found"),
        new BadBody(
            "ListCheckTypes",
            "{\"phase\": \"INCREMENTAL\"}",
            "/phase",
            "`INCREMENTAL` is not supported; one of STRUCT_TRANSFER, FULL_TRANSFER,"));
  }

  private static Stream<BadBody> dataSources() {
    String noHost = "neither a DNS name nor an IP address.";
    return Stream.of(
        create("name", "a b", "`a b` has white space in it"),
        create("type", "ORACLE", "one of MYSQL, MARIADB, POSTGRESQL, H2 is."),
        create("host", "x/?allowLoadLocalInfile=true&", noHost),
        create("host", "h,h2", noHost),
        create("host", "h:3306", noHost),
        create("host", "(host=h)(port=1)", noHost),
        create("host", "a.".repeat(100_000), "at most 253 are accepted."),
        create("userName", "a\nb", "a control character"),
        create("database", "a\u0000b", "a control character"),
        create("port", 70_000, "70000 is out of range; 1 to 65535 is accepted."),
        create("tlsMode", "STRICT", "one of DISABLE, PREFER, REQUIRE, VERIFY_CA, VERIFY_FULL is."),
        create("caCertificate", "hello", "PEM is accepted"));
  }

  private static Stream<BadBody> plans() {
    return Stream.of(
        new BadBody(
            "SubmitPreCheck",
            plan("{\"mode\": \"COMPLEX\"}"),
            "/transferMapping/mode",
            "`COMPLEX` is not supported; one of SPECIFIC, WILDCARD is."),
        rule("shop", "write database.table, or database.* for a whole database"),
        rule("a.b.c", "more than one dot"),
        rule(".bc", "an empty part"),
        rule("a.\\\\x", "a backslash before a character that needs none"),
        rule("a.b\\\\", "ends with a backslash"),
        rule("a." + "b".repeat(600), "at most 512 are accepted."));
  }

  private static BadBody get(String body, String sentence) {
    return new BadBody(GET, body, "", sentence);
  }

  private static BadBody id(String value, String sentence) {
    return new BadBody(GET, "{\"id\": " + value + "}", "/id", sentence);
  }

  private static BadBody list(String member, String value, String sentence) {
    String body = "{\"" + member + "\": " + value + "}";
    return new BadBody("ListDataSource", body, "/" + member, sentence);
  }

  private static BadBody create(String member, Object value, String sentence) {
    Map<String, Object> body =
        new HashMap<>(Map.of("name", "n", "type", "MYSQL", "host", "h", "userName", "u"));
    body.put(member, value);
    return new BadBody("CreateDataSource", Json.text(body), "/" + member, sentence);
  }

  private static BadBody rule(String rule, String sentence) {
    String mapping = "{\"mode\": \"WILDCARD\", \"tableAndViewWhiteList\": [\"" + rule + "\"]}";
    String pointer = "/transferMapping/tableAndViewWhiteList/0";
    return new BadBody("SubmitPreCheck", plan(mapping), pointer, sentence);
  }

  /** A plan with this selection. */
  static String plan(String mapping) {
    return "{\"sourceEndpointId\": \"e_1\", \"sinkEndpointId\": \"e_2\", \"enableFullTransfer\":"
        + " true, \"transferMapping\": "
        + mapping
        + "}";
  }

  @Override
  public String toString() {
    return action + " " + (body.length() > 60 ? body.substring(0, 60) + "…" : body);
  }
}
