package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.app.store.StoreKind;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What items rest on can be read, each fact once. */
@ParameterizedClass
@EnumSource
class EvidenceTest {

  private static final String EMPTINESS = "Target-Primary database-Target table emptiness check";
  private static final String CONNECT = "Source-Primary database-Database connectivity check";

  private final StoreKind kind;
  private ReportFixture fixture;

  EvidenceTest(StoreKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException {
    String[] tables =
        IntStream.range(0, 25)
            .mapToObj(number -> "create table S.T" + number + " (A int primary key)")
            .toArray(String[]::new);
    List<String> ddl = new ArrayList<>(List.of(tables));
    ddl.add(0, "create schema S");
    fixture = new ReportFixture(kind, directory, ddl, ddl);
  }

  @AfterEach
  void stop() throws SQLException {
    fixture.close();
  }

  @Test
  void aFactIsThereOnceWithItsStatementAndItsItems() {
    String id = fixture.run("S.*");

    Response response = fixture.both("ListPreCheckEvidence", Map.of("id", id, "pageSize", 100));

    List<Map<String, Object>> facts = response.path("data");
    assertThat(facts)
        .extracting(fact -> fact.get("endpointType") + " " + fact.get("facet"))
        .doesNotHaveDuplicates()
        .startsWith("SOURCE connection")
        .contains("SOURCE tables", "DEST table_content");
    assertThat(response.<Integer>path("totalCount")).isEqualTo(facts.size());
    Map<String, Object> tables = fact(facts, "DEST", "tables");
    assertThat(tables)
        .containsEntry("status", "READ")
        .containsEntry("role", "MASTER")
        .containsEntry("attempt", 1)
        .containsEntry("rowCount", 25)
        .containsEntry("statementCount", 1)
        .containsEntry("parameters", List.of("S"))
        .containsEntry("parameterCount", 1)
        .containsEntry("sampleColumns", List.of("schema", "name", "kind"))
        .containsEntry("failure", null);
    assertThat(String.valueOf(tables.get("statement"))).contains("?").containsIgnoringCase("from");
    assertThat(String.valueOf(tables.get("statement")))
        .hasSize(
            response.<Integer>path(
                "data.find { it.factId == '" + tables.get("factId") + "' }.statementLength"));
    assertThat(String.valueOf(tables.get("cost"))).matches("[0-9]+ ms");
    assertThat(rows(tables)).hasSize(20).allSatisfy(row -> assertThat(row).contains("S", "TABLE"));
    assertThat(names(tables)).contains(EMPTINESS);
    assertThat(fact(facts, "SOURCE", "connection")).containsEntry("statement", null);
    assertThat(names(fact(facts, "SOURCE", "connection"))).contains(CONNECT, EMPTINESS);
  }

  @Test
  void pagesLoseNothingAndDoubleNothing() {
    String id = fixture.run("S.*");
    Response all = fixture.api().ok("ListPreCheckEvidence", Map.of("id", id, "pageSize", 100));

    List<Object> paged = new ArrayList<>();
    int number = 1;
    Response page = page(id, number);
    while (!page.<List<?>>path("data").isEmpty()) {
      assertThat(page.<Integer>path("totalCount")).isEqualTo(all.path("totalCount"));
      paged.addAll(page.path("data.factId"));
      number++;
      page = page(id, number);
    }

    assertThat(paged).isEqualTo(all.path("data.factId"));
  }

  private Response page(String id, int number) {
    return fixture
        .api()
        .ok("ListPreCheckEvidence", Map.of("id", id, "pageNumber", number, "pageSize", 2));
  }

  @Test
  void ofOneItemItIsWhatThatOneNeeds() {
    String id = fixture.run("S.*");

    Response response =
        fixture.both("ListPreCheckEvidence", Map.of("id", id, "itemName", CONNECT, "attempt", 1));

    assertThat(response.<List<String>>path("data.facet")).containsExactly("connection");
    assertThat(response.<List<List<String>>>path("data.itemNames"))
        .containsExactly(List.of(CONNECT));
  }

  @Test
  void aDeadSourceIsToldAndWhatWasNotAskedForIt() {
    Map<String, Object> wrong = fixture.shop.dataSource("wrong");
    wrong.put("password", "canary-of-evidence");
    String refused = fixture.api().id("CreateDataSource", wrong);
    String id = fixture.run(Bodies.plan(refused, fixture.sink, Bodies.rules("S.*")));

    Response response = fixture.both("ListPreCheckEvidence", Map.of("id", id, "pageSize", 100));

    List<Map<String, Object>> facts = response.path("data");
    assertThat(fact(facts, "SOURCE", "connection")).containsEntry("status", "FAILED");
    assertThat(rows(fact(facts, "SOURCE", "connection")).get(0)).contains("AUTH");
    Map<String, Object> tables = fact(facts, "SOURCE", "tables");
    assertThat(tables)
        .containsEntry("status", "NOT_READ")
        .containsEntry("statement", null)
        .containsEntry("startTime", null);
    assertThat(String.valueOf(tables.get("failure"))).contains("could not be reached");
    assertThat(response.asString()).doesNotContain("canary");
  }

  @Test
  void whatThereIsNotIsRefused() {
    String id = fixture.run("S.*");

    assertThat(refused(Map.of("id", "t_none"))).isEqualTo("404 PRECHECK_NOT_FOUND");
    assertThat(refused(Map.of("id", id, "itemName", "X"))).isEqualTo("404 PRECHECK_ITEM_NOT_FOUND");
    assertThat(refused(Map.of("id", id, "attempt", 2))).isEqualTo("404 PRECHECK_ATTEMPT_NOT_FOUND");
    assertThat(refused(Map.of("id", id, "attempt", 0))).isEqualTo("400 PARAM_ERROR");
  }

  @Test
  void itGoesWithThePrecheck() {
    String id = fixture.run("S.*");

    fixture.api().ok("DeletePreCheck", Map.of("id", id));

    assertThat(refused(Map.of("id", id))).isEqualTo("404 PRECHECK_NOT_FOUND");
  }

  private String refused(Map<String, ?> body) {
    Response response = fixture.both("ListPreCheckEvidence", new HashMap<>(body));
    return response.statusCode() + " " + response.path("code");
  }

  private static Map<String, Object> fact(
      List<Map<String, Object>> facts, String side, String facet) {
    return facts.stream()
        .filter(fact -> side.equals(fact.get("endpointType")) && facet.equals(fact.get("facet")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + side + " " + facet + " in " + facts));
  }

  private static List<List<String>> rows(Map<String, Object> fact) {
    return list(fact.get("sampleRows")).stream().map(EvidenceTest::texts).toList();
  }

  private static List<String> names(Map<String, Object> fact) {
    return texts(fact.get("itemNames"));
  }

  private static List<String> texts(@Nullable Object values) {
    return list(values).stream().map(String::valueOf).toList();
  }

  private static List<?> list(@Nullable Object value) {
    return (List<?>) Objects.requireNonNull(value);
  }
}
