package dev.precheck.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.app.report.Reason.Kind;
import dev.precheck.app.store.ItemStatus;
import dev.precheck.app.store.PrecheckEntry;
import dev.precheck.app.store.Status;
import dev.precheck.app.store.report.ItemState;
import dev.precheck.app.store.report.PrecheckState;
import dev.precheck.spi.Role;
import dev.precheck.spi.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rulings that a service in good order seldom has to make. */
class JudgeTest {

  private static final Instant END = Instant.parse("2026-03-14T02:05:07Z");
  private static final Instant NOW = END.plusSeconds(100);

  @Test
  void notToHaveLookedIsNoPass() {
    Ruling ruling = ruling(Status.FAILED, "", ItemStatus.PASSED, ItemStatus.UNDETERMINED);

    says(ruling, Verdict.UNDECIDED, false, Kind.ITEMS_UNDETERMINED);
    assertThat(ruling.reasons().get(0).itemNames()).containsExactly("item 1");
  }

  @Test
  void anItemLeftBehindIsNoPass() {
    says(
        ruling(Status.FINISHED, "", ItemStatus.PASSED, ItemStatus.RUNNING),
        Verdict.UNDECIDED,
        false,
        Kind.ITEMS_UNDETERMINED);
  }

  @Test
  void aBrokenRunIsNoPass() {
    says(
        ruling(Status.FAILED, "It took too long.", ItemStatus.PASSED),
        Verdict.UNDECIDED,
        false,
        Kind.RUN_BROKEN);
  }

  @Test
  void nothingCheckedIsNoPass() {
    says(ruling(Status.FINISHED, ""), Verdict.UNDECIDED, false, Kind.NOTHING_CHECKED);
    says(
        ruling(Status.SKIPPED, "", ItemStatus.SKIPPED),
        Verdict.UNDECIDED,
        false,
        Kind.PRECHECK_SKIPPED,
        Kind.ITEMS_SKIPPED);
  }

  @Test
  void whatAUserSkippedCountsAsAWarning() {
    PrecheckState state =
        state(
            Status.FINISHED,
            "",
            item(0, ItemStatus.PASSED, ""),
            item(1, ItemStatus.SKIPPED, "BY_USER"));

    Ruling lenient = Judge.judge(state, new Strictness(Optional.empty(), true), NOW);
    says(lenient, Verdict.PASSED_WITH_WARNINGS, true, Kind.ITEMS_SKIPPED);
    assertThat(lenient.reasons().get(0).message()).startsWith("1 item was skipped by a user.");
    says(
        Judge.judge(state, new Strictness(Optional.empty(), false), NOW),
        Verdict.PASSED_WITH_WARNINGS,
        false,
        Kind.ITEMS_SKIPPED);
  }

  @Test
  void whatDoesNotApplyCountsAsNothing() {
    PrecheckState state =
        state(
            Status.FINISHED,
            "",
            item(0, ItemStatus.PASSED, ""),
            item(1, ItemStatus.SKIPPED, "NOT_APPLICABLE"));

    says(Judge.judge(state, new Strictness(Optional.empty(), false), NOW), Verdict.PASSED, true);
  }

  @Test
  void theOldestItemIsTheAgeOfTheResult() {
    PrecheckState state =
        state(Status.FINISHED, "", item(0, ItemStatus.PASSED, ""), item(50, ItemStatus.PASSED, ""));

    Ruling ruling =
        Judge.judge(state, new Strictness(Optional.of(Duration.ofSeconds(99)), true), NOW);
    says(ruling, Verdict.STALE, false, Kind.TOO_OLD);
    assertThat(ruling.resultTime()).contains(END);
    says(
        Judge.judge(state, new Strictness(Optional.of(Duration.ofSeconds(100)), true), NOW),
        Verdict.PASSED,
        true);
  }

  private static Ruling ruling(Status status, String broken, ItemStatus... items) {
    ItemState[] states = new ItemState[items.length];
    Arrays.setAll(states, number -> item(number, items[number], ""));
    return Judge.judge(state(status, broken, states), new Strictness(Optional.empty(), true), NOW);
  }

  private static PrecheckState state(Status status, String broken, ItemState... items) {
    return new PrecheckState(
        new PrecheckEntry(
            "t_1",
            1,
            1,
            Optional.empty(),
            status,
            100,
            Optional.of(broken).filter(text -> !text.isEmpty()),
            END,
            Optional.of(END),
            Optional.of(END)),
        1,
        Optional.empty(),
        false,
        List.of(items),
        List.of());
  }

  /** One that ended so many seconds after the others' end. */
  private static ItemState item(int number, ItemStatus status, String reason) {
    return new ItemState(
        "item " + number,
        "X",
        Side.SOURCE,
        Role.PRIMARY,
        status,
        Optional.of(reason).filter(text -> !text.isEmpty()),
        Optional.of(END.plusSeconds(number)));
  }

  private static void says(Ruling ruling, Verdict verdict, boolean mayStart, Kind... kinds) {
    assertThat(ruling.verdict()).isEqualTo(verdict);
    assertThat(ruling.mayStart()).isEqualTo(mayStart);
    assertThat(ruling.reasons()).extracting(Reason::kind).containsExactly(kinds);
  }
}
