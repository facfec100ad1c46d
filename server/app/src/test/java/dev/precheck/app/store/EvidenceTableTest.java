package dev.precheck.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.spi.Role;
import dev.precheck.spi.Side;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What items rest on is stored once, and as far as it is known. */
class EvidenceTableTest {

  private static final Claim CLAIM = new Claim("t_1", 1, 7);

  private ApplicationContext context;
  private Jdbi jdbi;

  @BeforeEach
  void open(@TempDir Path directory) {
    context = ApplicationContext.run(Map.of("precheck.data-dir", directory.resolve("data")));
    jdbi = context.getBean(Jdbi.class);
    jdbi.useHandle(EvidenceTableTest::fill);
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void itemsShareAFact() {
    write(CLAIM, 0, fact("server", EvidenceState.READ), fact("tables", EvidenceState.READ));
    write(CLAIM, 1, fact("tables", EvidenceState.READ), fact("schemas", EvidenceState.FAILED));

    assertThat(facts())
        .containsExactly(
            "1.7-SOURCE-PRIMARY-schemas FAILED",
            "1.7-SOURCE-PRIMARY-server READ",
            "1.7-SOURCE-PRIMARY-tables READ");
    assertThat(used(1)).containsExactly("1.7-SOURCE-PRIMARY-tables", "1.7-SOURCE-PRIMARY-schemas");
  }

  @Test
  void whatWasUnderWayIsReplacedByItsEndAndNotTheOtherWayRound() {
    write(CLAIM, 0, fact("tables", EvidenceState.UNFINISHED));
    assertThat(facts()).containsExactly("1.7-SOURCE-PRIMARY-tables UNFINISHED");

    write(CLAIM, 1, fact("tables", EvidenceState.READ));
    write(CLAIM, 2, fact("tables", EvidenceState.UNFINISHED));

    assertThat(facts()).containsExactly("1.7-SOURCE-PRIMARY-tables READ");
  }

  /** A commit whose answer was lost is tried again. */
  @Test
  void onceMoreChangesNothing() {
    write(CLAIM, 0, fact("tables", EvidenceState.READ));
    write(CLAIM, 0, fact("tables", EvidenceState.READ));

    assertThat(facts()).containsExactly("1.7-SOURCE-PRIMARY-tables READ");
    assertThat(used(0)).containsExactly("1.7-SOURCE-PRIMARY-tables");
  }

  /** The items that ended before rest on what the other node read. */
  @Test
  void aNodeThatGoesOnReadsAnew() {
    write(CLAIM, 0, fact("tables", EvidenceState.READ));
    write(new Claim("t_1", 1, 9), 1, fact("tables", EvidenceState.FAILED));

    assertThat(facts())
        .containsExactly("1.7-SOURCE-PRIMARY-tables READ", "1.9-SOURCE-PRIMARY-tables FAILED");
    assertThat(used(0)).containsExactly("1.7-SOURCE-PRIMARY-tables");
    assertThat(used(1)).containsExactly("1.9-SOURCE-PRIMARY-tables");
  }

  private void write(Claim claim, int position, EvidenceEntry... evidence) {
    jdbi.useTransaction(
        handle -> new EvidenceTable(handle, claim).write(position, List.of(evidence)));
  }

  private List<String> facts() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select concat(fact, ' ', state) from evidence order by fact")
                .mapTo(String.class)
                .list());
  }

  private List<String> used(int position) {
    return Json.list(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select facts from item_evidence where position = :position")
                    .bind("position", position)
                    .mapTo(String.class)
                    .one()));
  }

  private static EvidenceEntry fact(String facet, EvidenceState state) {
    return new EvidenceEntry(
        Side.SOURCE,
        Role.PRIMARY,
        facet,
        state,
        Optional.empty(),
        0,
        List.of(),
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        0,
        List.of("name"),
        List.of(List.of("x")),
        Optional.empty());
  }

  private static void fill(Handle handle) {
    handle.execute(
        "insert into precheck (id, request, status, progress, submitted_at)"
            + " values ('t_1', '{}', 'FAILED', 100, current_timestamp)");
    for (int position = 0; position < 3; position++) {
      handle.execute(
          "insert into precheck_item (precheck_id, attempt, position, revision, name, check_type,"
              + " side, role, status, removable, fix_statements, fix_statement_count,"
              + " finding_count) values ('t_1', 1, ?, 1, 'x', 'RDB_CONNECT', 'SOURCE',"
              + " 'PRIMARY', 'PASSED', false, '[]', 0, 0)",
          position);
    }
  }
}
