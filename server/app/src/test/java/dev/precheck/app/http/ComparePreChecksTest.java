package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.app.store.StoreKind;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two runs of one plan, and what has changed between them. */
@ParameterizedClass
@EnumSource
class ComparePreChecksTest {

  private static final String EMPTY = "Target-Primary database-Target table emptiness check";
  private static final Map<String, String> A = Map.of("schema", "S", "name", "A");

  private final StoreKind kind;

  private ReportFixture fixture;

  ComparePreChecksTest(StoreKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException {
    fixture =
        new ReportFixture(
            kind,
            directory,
            List.of(
                "create schema S",
                "create table S.A (ID int primary key)",
                "create table S.B (ID int primary key)",
                "create table S.KEYLESS (ID int)"),
            List.of(
                "create schema S",
                "create table S.A (ID int primary key)",
                "create table S.B (ID int primary key)",
                "insert into S.A values (1)"));
  }

  @AfterEach
  void stop() throws SQLException {
    fixture.close();
  }

  @Test
  void whatIsNewAndWhatIsFixed() throws SQLException {
    String base = fixture.run("S.*");
    fixture.warehouse.execute("truncate table S.A", "insert into S.B values (1)");
    String id = fixture.run("S.*");

    Response compared = compare(id, base);

    assertThat(compared.<Boolean>path("data.samePlan")).isTrue();
    counts(compared, 1, 1, 0, 1);
    assertThat(compared.<List<String>>path("data.findings.change"))
        .containsExactly("NEW", "FIXED", "UNCHANGED");
    assertThat(compared.<List<String>>path("data.findings.finding.objectName"))
        .containsExactly("S.B", "S.A", "S.KEYLESS");
    assertThat(compared.<List<Object>>path("data.findings.reasonCode")).containsOnlyNulls();
    assertThat(compared.<List<Object>>path("data.itemChanges")).isEmpty();
    Response fixed =
        fixture.both(
            "ComparePreChecks", Map.of("id", id, "baseId", base, "changes", List.of("FIXED")));
    assertThat(fixed.<List<String>>path("data.findings.finding.objectName")).containsExactly("S.A");
    assertThat(fixed.<Integer>path("totalCount")).isEqualTo(1);
    counts(fixed, 1, 1, 0, 1);
    Response second =
        fixture.both(
            "ComparePreChecks", Map.of("id", id, "baseId", base, "pageSize", 1, "pageNumber", 2));
    assertThat(second.<List<String>>path("data.findings.change")).containsExactly("FIXED");
    assertThat(second.<Integer>path("totalCount")).isEqualTo(3);
  }

  @Test
  void whatCouldNotBeSeenIsNotFixed() {
    String base = fixture.run("S.*");
    fixture.api().ok("UpdateDataSource", Map.of("id", fixture.sink, "database", "not_there"));
    String id = fixture.run("S.*");

    Response compared = compare(id, base);

    assertThat(compared.<Integer>path("data.fixedCount")).isZero();
    assertThat(compared.<Integer>path("data.unknownCount")).isEqualTo(1);
    Map<String, Object> unknown = compared.path("data.findings.find { it.change == 'UNKNOWN' }");
    assertThat(unknown).containsEntry("reasonCode", "ITEM_UNDETERMINED");
    assertThat(
            compared.<Map<String, Object>>path(
                "data.itemChanges.find { it.checkType == 'RDB_TARGET_TABLE_EMPTY' }"))
        .containsEntry("baseStatus", "FAILED")
        .containsEntry("status", "UNDETERMINED");
  }

  @Test
  void aTableThatLeftThePlanIsNotFixed() {
    String base = fixture.run("S.*");
    String id = fixture.run("S.KEYLESS", "S.B");

    Response compared = compare(id, base);

    assertThat(compared.<Boolean>path("data.samePlan")).isNotEqualTo(true);
    counts(compared, 0, 0, 1, 1);
    assertThat(compared.<Map<String, Object>>path("data.findings.find { it.change == 'UNKNOWN' }"))
        .containsEntry("reasonCode", "PLAN_CHANGED");
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    String base = fixture.run("S.*");
    Map<String, Object> body = fixture.shop.dataSource("the-same-elsewhere");
    String elsewhere = fixture.api().id("CreateDataSource", body);
    String other = fixture.run(Bodies.plan(elsewhere, fixture.sink, Bodies.rules("S.*")));

    Response sources = compare(other, base);
    assertThat(sources.statusCode()).isEqualTo(422);
    assertThat(sources.<String>path("code")).isEqualTo("PRECHECKS_NOT_COMPARABLE");
    assertThat(sources.<String>path("message"))
        .contains("different sources", fixture.source, elsewhere);
    assertThat(compare(base, base).<String>path("message")).contains("both what is compared and");
  }

  @Test
  void whatARetryHasChanged() throws SQLException {
    String id = fixture.run("S.*");
    fixture.warehouse.execute("truncate table S.A", "insert into S.B values (1)");
    fixture.again(id);

    Response compared = attempts(id, 2, 1);

    assertThat(compared.<Boolean>path("data.samePlan")).isTrue();
    counts(compared, 1, 1, 0, 1);
    assertThat(compared.<List<String>>path("data.findings.finding.objectName"))
        .containsExactly("S.B", "S.A", "S.KEYLESS");
    assertThat(compared.<List<Integer>>path("data.findings.finding.attempt"))
        .containsExactly(2, 1, 2);
    assertThat(compared.<Integer>path("data.attempt")).isEqualTo(2);
    assertThat(compared.<Integer>path("data.baseAttempt")).isEqualTo(1);
    Response last =
        fixture.both("ComparePreChecks", Map.of("id", id, "baseId", id, "baseAttempt", 1));
    assertThat(last.<Object>path("data")).isEqualTo(compared.path("data"));
    Response back = attempts(id, 1, 2);
    assertThat(back.<List<String>>path("data.findings.finding.objectName"))
        .containsExactly("S.A", "S.B", "S.KEYLESS");
    Response same = attempts(id, 2, 2);
    assertThat(same.statusCode()).isEqualTo(422);
    assertThat(same.<String>path("message")).startsWith("Attempt 2 of the precheck `" + id + "`");
    assertThat(attempts(id, 3, 1).<String>path("code")).isEqualTo("PRECHECK_ATTEMPT_NOT_FOUND");
  }

  @Test
  void whatWasTakenOutOfThePlanIsNotFixed() {
    String id = fixture.run("S.*");
    fixture.api().ok("RemovePreCheckObjects", Map.of("id", id, "objects", List.of(A)));
    fixture.ended(id);

    Response compared = attempts(id, 2, 1);

    assertThat(compared.<Boolean>path("data.samePlan")).isFalse();
    counts(compared, 0, 0, 1, 1);
    assertThat(compared.<List<Map<String, Object>>>path("data.itemChanges")).hasSize(1);
  }

  @Test
  void anEarlierAttemptIsComparedByWhatItsChecksSaid() {
    String id = fixture.run("S.*");
    fixture
        .api()
        .ok(
            "SkipPreCheck",
            Map.of("id", id, "items", List.of(Map.of("name", EMPTY)), "reason", "Leftovers."));
    fixture.again(id);

    Response skipped = attempts(id, 2, 1);

    counts(skipped, 0, 0, 0, 2);
    assertThat(skipped.<Map<String, Object>>path("data.itemChanges[0]"))
        .containsEntry("itemName", EMPTY)
        .containsEntry("baseStatus", "FAILED")
        .containsEntry("status", "SKIPPED");
  }

  private Response attempts(String id, int attempt, int base) {
    return fixture.both(
        "ComparePreChecks",
        Map.of("id", id, "baseId", id, "attempt", attempt, "baseAttempt", base));
  }

  private Response compare(String id, String base) {
    return fixture.both("ComparePreChecks", Map.of("id", id, "baseId", base));
  }

  private static void counts(Response compared, int added, int fixed, int unknown, int unchanged) {
    assertThat(compared.<Map<String, Object>>path("data"))
        .containsEntry("newCount", added)
        .containsEntry("fixedCount", fixed)
        .containsEntry("unknownCount", unknown)
        .containsEntry("unchangedCount", unchanged);
  }
}
