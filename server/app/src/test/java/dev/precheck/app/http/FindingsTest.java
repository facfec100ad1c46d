package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.app.store.StoreKind;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Findings are read whole, however many there are. */
@ParameterizedClass
@EnumSource
class FindingsTest {

  private static final int TABLES = 10_050;
  private static final String KEYS = "Source-Primary database-Primary key check";

  private final StoreKind kind;

  private ReportFixture fixture;

  FindingsTest(StoreKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException {
    fixture =
        new ReportFixture(
            kind,
            directory,
            List.of(
                "create schema MANY",
                "create schema ODD",
                "create table ODD.\"Größe_100%\" (A int)",
                "create table ODD.\"a\nDROP TABLE b; --\" (A int)",
                "create table ODD.FILLED (A int primary key)"),
            List.of(
                "create schema ODD",
                "create table ODD.FILLED (A int primary key)",
                "insert into ODD.FILLED values (1)"));
  }

  @AfterEach
  void stop() throws SQLException {
    fixture.close();
  }

  @Test
  void pagesLoseNothingAndDoubleNothing() throws SQLException {
    fixture.shop.execute(
        IntStream.range(0, TABLES)
            .mapToObj(number -> "create table MANY.T" + number + " (A int)")
            .toArray(String[]::new));
    String id = fixture.run("MANY.*");

    List<String> names = new ArrayList<>();
    Set<String> fingerprints = new HashSet<>();
    int page = 1;
    List<Map<String, Object>> findings = page(id, page);
    while (!findings.isEmpty()) {
      findings.forEach(finding -> names.add(String.valueOf(finding.get("objectName"))));
      findings.forEach(finding -> fingerprints.add(String.valueOf(finding.get("fingerprint"))));
      page++;
      findings = page(id, page);
    }

    assertThat(names).hasSize(TABLES).doesNotHaveDuplicates();
    assertThat(fingerprints).hasSize(TABLES);
    Response script =
        fixture.api().ok("GetPreCheckFixScript", Map.of("id", id, "endpointType", "SOURCE"));
    assertThat(script.<Integer>path("data.statementCount")).isEqualTo(TABLES);
    assertThat(script.<String>path("data.script").lines().filter(line -> line.endsWith(";")))
        .hasSize(TABLES);
  }

  private List<Map<String, Object>> page(String id, int number) {
    Response response =
        fixture
            .api()
            .ok(
                "ListPreCheckFindings",
                Map.of("id", id, "itemName", KEYS, "pageNumber", number, "pageSize", 100));
    assertThat(response.<Integer>path("totalCount")).isEqualTo(TABLES);
    return response.path("data");
  }

  @Test
  void conditionsAddUp() {
    String id = fixture.run("ODD.*");

    assertThat(names(id, Map.of())).hasSize(4);
    assertThat(names(id, Map.of("objectName", "GRÖSSE"))).isEmpty();
    assertThat(names(id, Map.of("objectName", "GRÖßE_"))).containsExactly("ODD.Größe_100%");
    assertThat(names(id, Map.of("objectName", "%"))).containsExactly("ODD.Größe_100%");
    assertThat(names(id, Map.of("objectName", "o_d"))).isEmpty();
    assertThat(names(id, Map.of("severities", List.of("ERROR")))).containsExactly("ODD.FILLED");
    assertThat(names(id, Map.of("severities", List.of("WARNING", "NOTICE")))).hasSize(3);
    assertThat(names(id, Map.of("code", "TARGET_TABLE_HAS_ROWS"))).containsExactly("ODD.FILLED");
    assertThat(names(id, Map.of("endpointType", "DEST")))
        .containsExactlyInAnyOrder("ODD.FILLED", "ODD.a\nDROP TABLE b; --");
    assertThat(names(id, Map.of("endpointType", "SOURCE", "severities", List.of("ERROR"))))
        .isEmpty();
    assertThat(names(id, Map.of("itemName", KEYS))).hasSize(2);
  }

  @Test
  void aFindingIsTheSameInEachRun() {
    String id = fixture.run("ODD.*");
    String again = fixture.run("ODD.*", "MANY.T?");

    Map<String, Object> one = finding(id);
    assertThat(one)
        .containsEntry("checkType", "RDB_TARGET_TABLE_EMPTY")
        .containsEntry("attempt", 1)
        .containsEntry("role", "MASTER")
        .containsEntry("objectKind", "TABLE")
        .containsEntry("objectPath", List.of("ODD", "FILLED"))
        .containsEntry("arguments", Map.of("table", "ODD.FILLED"))
        .containsEntry("fixStatements", List.of("TRUNCATE TABLE \"ODD\".\"FILLED\""));
    assertThat(String.valueOf(one.get("remedy"))).startsWith("Empty it");
    assertThat(finding(again)).isEqualTo(one);
  }

  @Test
  void whatAnEarlierAttemptFoundStaysReadable() throws SQLException {
    String id = fixture.run("ODD.*");
    fixture.warehouse.execute("truncate table ODD.FILLED");
    fixture.again(id);

    assertThat(names(id, Map.of("severities", List.of("ERROR")))).isEmpty();
    assertThat(names(id, Map.of("severities", List.of("ERROR"), "attempt", 2))).isEmpty();
    assertThat(names(id, Map.of("severities", List.of("ERROR"), "attempt", 1)))
        .containsExactly("ODD.FILLED");
    assertThat(names(id, Map.of("attempt", 1))).hasSize(4);
    Response none = fixture.both("ListPreCheckFindings", Map.of("id", id, "attempt", 3));
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.<String>path("code")).isEqualTo("PRECHECK_ATTEMPT_NOT_FOUND");
  }

  @Test
  void theScriptHasNothingForWhatIsSkippedUnlessItIsAskedFor() {
    String id = fixture.run("ODD.*");
    Response all = script(id, "SOURCE", Map.of());
    assertThat(all.<Integer>path("data.statementCount")).isEqualTo(2);
    String one =
        fixture
            .api()
            .ok("ListPreCheckFindings", Map.of("id", id, "itemName", KEYS))
            .path("data[0].fingerprint");

    skip(id, Map.of("name", KEYS, "findings", List.of(one)));
    Response less = script(id, "SOURCE", Map.of());
    assertThat(less.<Integer>path("data.statementCount")).isEqualTo(1);
    assertThat(less.<String>path("data.script"))
        .contains("-- " + KEYS + ": what a user has skipped of it is left out.\n");
    skip(id, Map.of("name", KEYS));
    assertThat(script(id, "SOURCE", Map.of()).<Integer>path("data.statementCount")).isZero();
    assertThat(
            script(id, "SOURCE", Map.of("includeSkipped", true))
                .<Integer>path("data.statementCount"))
        .isEqualTo(2);
  }

  private void skip(String id, Map<String, ?> item) {
    fixture
        .api()
        .ok("SkipPreCheck", Map.of("id", id, "items", List.of(item), "reason", "They are logs."));
  }

  private Response script(String id, String side, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("id", id);
    body.put("endpointType", side);
    return fixture.both("GetPreCheckFixScript", body);
  }

  @Test
  void anItemThatIsNotThereIsNoGoodNews() {
    String id = fixture.run("ODD.*");

    Response refused =
        fixture.both(
            "ListPreCheckFindings", Map.of("id", id, "itemName", KEYS.toLowerCase(Locale.ROOT)));

    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.<String>path("code")).isEqualTo("PRECHECK_ITEM_NOT_FOUND");
    assertThat(refused.<String>path("advice")).isEqualTo("Did you mean `" + KEYS + "`?");
  }

  @Test
  void namesCannotBreakOutOfTheScript() {
    String id = fixture.run("ODD.*");

    Response source =
        fixture.both("GetPreCheckFixScript", Map.of("id", id, "endpointType", "SOURCE"));
    assertThat(source.<String>path("data.engine")).isEqualTo("H2");
    assertThat(source.<String>path("data.script"))
        .startsWith("-- Precheck " + id + ", attempt 1: fix statements for the source, H2.\n-- ")
        .contains("\n-- " + KEYS + ": WARNING, RDB_PRIMARY_KEY\nALTER TABLE ")
        .contains("ALTER TABLE \"ODD\".\"a\nDROP TABLE b; --\" ADD ");
    assertThat(
            fixture
                .both("GetPreCheckFixScript", Map.of("id", id, "endpointType", "DEST"))
                .<String>path("data.script"))
        .endsWith(
            "-- Target-Primary database-Target table emptiness check: FAILED,"
                + " RDB_TARGET_TABLE_EMPTY\nTRUNCATE TABLE \"ODD\".\"FILLED\";\n");
  }

  private Map<String, Object> finding(String id) {
    return fixture
        .api()
        .ok("ListPreCheckFindings", Map.of("id", id, "code", "TARGET_TABLE_HAS_ROWS"))
        .path("data[0]");
  }

  private List<String> names(String id, Map<String, ?> conditions) {
    Map<String, Object> body = new HashMap<>(conditions);
    body.put("id", id);
    Response response = fixture.both("ListPreCheckFindings", body);
    List<String> names = response.path("data.objectName");
    assertThat(response.<Integer>path("totalCount")).isEqualTo(names.size());
    return names;
  }
}
