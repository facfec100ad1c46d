package dev.precheck.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.app.store.ItemStatus;
import dev.precheck.app.store.PrecheckEntry;
import dev.precheck.app.store.Status;
import dev.precheck.app.store.report.EndpointState;
import dev.precheck.app.store.report.FixStatements.Fix;
import dev.precheck.app.store.report.ItemState;
import dev.precheck.app.store.report.PrecheckState;
import dev.precheck.spi.Role;
import dev.precheck.spi.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FixScriptTest {

  @Test
  void everyStatementOnceAndEndedOnce() {
    FixScript script = new FixScript(false);
    script.add(fix("first", "CREATE SCHEMA \"a;\"", "SELECT 1 ; "));
    script.add(fix("second", "CREATE SCHEMA \"a;\""));
    script.add(fix("third", "DROP TABLE b"));

    assertThat(script.count()).isEqualTo(3);
    assertThat(script.text(state("shop", ItemStatus.PASSED), Side.TARGET))
        .isEqualTo(
            """
            -- Precheck t_1 (shop), attempt 2: fix statements for the target, MYSQL.
            -- Precheck has run none of them. Read each one before you do: some delete rows.

            -- first: FAILED, X
            CREATE SCHEMA "a;";
            SELECT 1 ;

            -- third: FAILED, X
            DROP TABLE b;
            """);
  }

  @Test
  void textsStayInTheirComment() {
    FixScript script = new FixScript(false);
    script.add(fix("a\nDROP TABLE b;\r\u2028\u2029\u0085\u0000--", "SELECT 1"));

    assertThat(script.text(state("x\nDROP TABLE c;", ItemStatus.PASSED), Side.TARGET).lines())
        .noneMatch(line -> line.startsWith("DROP"))
        .contains("-- a DROP TABLE b;     --: FAILED, X")
        .hasSize(5);
  }

  @Test
  void whatIsNotKnownIsSaid() {
    assertThat(new FixScript(false).text(state("shop", ItemStatus.UNDETERMINED), Side.TARGET))
        .endsWith(
            """
            -- There are none.
            -- an item: UNDETERMINED, so what it would need is not known.
            """);
  }

  @Test
  void whatIsSkippedIsLeftOutAndToldUnlessItIsAskedFor() {
    Fix skipped = new Fix("a", "X", ItemStatus.SKIPPED, List.of("DROP TABLE b"), true);
    FixScript without = new FixScript(false);
    without.add(skipped);
    without.add(fix("c", "SELECT 1"));
    FixScript with = new FixScript(true);
    with.add(skipped);

    assertThat(without.text(state("shop", ItemStatus.PASSED), Side.TARGET))
        .contains("-- a: what a user has skipped of it is left out.\n", "SELECT 1;")
        .doesNotContain("DROP");
    assertThat(with.text(state("shop", ItemStatus.PASSED), Side.TARGET)).contains("DROP TABLE b;");
  }

  private static Fix fix(String item, String... statements) {
    return new Fix(item, "X", ItemStatus.FAILED, List.of(statements), false);
  }

  private static PrecheckState state(String name, ItemStatus status) {
    return new PrecheckState(
        new PrecheckEntry(
            "t_1",
            1,
            1,
            Optional.of(name),
            Status.FAILED,
            100,
            Optional.empty(),
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty()),
        2,
        Optional.empty(),
        false,
        List.of(
            new ItemState(
                "an item",
                "X",
                Side.TARGET,
                Role.PRIMARY,
                status,
                Optional.empty(),
                Optional.empty())),
        List.of(
            new EndpointState(Side.TARGET, Role.PRIMARY, "e_1", "MYSQL", Optional.of("t"), true)));
  }
}
