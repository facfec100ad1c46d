package dev.precheck.app.report;

import dev.precheck.app.report.Reason.Kind;
import dev.precheck.app.store.ItemStatus;
import dev.precheck.app.store.Status;
import dev.precheck.app.store.report.EndpointState;
import dev.precheck.app.store.report.ItemState;
import dev.precheck.app.store.report.PrecheckState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides whether a migration may start after a precheck. "Could not look" is never a yes. */
public final class Judge {

  /** An item that does not apply to the plan is no exception that somebody made. */
  private static final String NOT_APPLICABLE = "NOT_APPLICABLE";

  private final PrecheckState state;
  private final Strictness strictness;
  private final Instant now;
  private final List<Reason> reasons = new ArrayList<>();

  private Judge(PrecheckState state, Strictness strictness, Instant now) {
    this.state = state;
    this.strictness = strictness;
    this.now = now;
  }

  /** The ruling on a precheck. */
  public static Ruling judge(PrecheckState state, Strictness strictness, Instant now) {
    return new Judge(state, strictness, now).ruling();
  }

  /** The ruling on a project that has no precheck to judge by. */
  public static Ruling neverChecked(String projectId) {
    Reason reason =
        Reason.blocking(
            Kind.NO_PRECHECK,
            "The project `"
                + projectId
                + "` has no precheck. Submit its plan with SubmitPreCheck.");
    return new Ruling(Verdict.UNDECIDED, List.of(reason), Optional.empty(), Optional.empty());
  }

  private Ruling ruling() {
    Optional<Instant> resultTime =
        state.items().stream()
            .flatMap(item -> item.finishedAt().stream())
            .min(Comparator.naturalOrder());
    Optional<Duration> age =
        resultTime.map(time -> time.isBefore(now) ? Duration.between(time, now) : Duration.ZERO);
    runAsAWhole();
    age.ifPresent(this::old);
    if (state.planChanged()) {
      block(
          Kind.PLAN_CHANGED,
          "The plan of the project `"
              + state.projectId().orElse("")
              + "` has changed since it was submitted. Submit it again.");
    }
    state.endpoints().forEach(this::changed);
    items();
    reasons.sort(Comparator.comparing(Reason::kind));
    Verdict verdict =
        reasons.stream().findFirst().map(r -> r.kind().verdict()).orElse(Verdict.PASSED);
    return new Ruling(verdict, reasons, resultTime, age);
  }

  private void runAsAWhole() {
    Status status = state.precheck().status();
    if (!status.isFinal()) {
      block(
          Kind.NOT_ENDED,
          "The precheck is "
              + status
              + ". Ask again when it has ended; GetPreCheckResult shows it.");
    } else if (status == Status.SKIPPED) {
      block(Kind.PRECHECK_SKIPPED, "The whole precheck was skipped. Submit the plan again.");
    } else if (state.items().isEmpty()) {
      block(Kind.NOTHING_CHECKED, "Not a single item was checked. Submit the plan again.");
    }
    state
        .precheck()
        .errorDetail()
        .ifPresent(
            why -> block(Kind.RUN_BROKEN, "The run broke: " + why + " Submit the plan again."));
  }

  private void old(Duration age) {
    strictness
        .maxAge()
        .filter(max -> age.compareTo(max) > 0)
        .ifPresent(
            max ->
                block(
                    Kind.TOO_OLD,
                    "The result is "
                        + age.toSeconds()
                        + " seconds old; at most "
                        + max.toSeconds()
                        + " are allowed. Submit the plan again."));
  }

  private void changed(EndpointState endpoint) {
    String id = "`" + endpoint.dataSourceId() + "`";
    if (endpoint.name().isEmpty()) {
      block(
          Kind.DATA_SOURCE_DELETED,
          "The data source " + id + " has been deleted. Submit the plan with another one.");
    } else if (!endpoint.unchanged()) {
      block(
          Kind.DATA_SOURCE_CHANGED,
          "How the data source "
              + id
              + " ("
              + endpoint.name().get()
              + ") is reached or logged in to has changed since the plan was submitted. Submit the"
              + " plan again.");
    }
  }

  private void items() {
    about(
        Kind.ITEMS_FAILED,
        item -> item.status() == ItemStatus.FAILED,
        true,
        "failed. GetPreCheckResult says what to do.");
    about(
        Kind.ITEMS_UNDETERMINED,
        item -> state.precheck().status().isFinal() && isUndetermined(item.status()),
        true,
        "could not be checked. GetPreCheckResult says why.");
    about(
        Kind.ITEMS_WITH_WARNINGS,
        item -> item.status() == ItemStatus.WARNING,
        !strictness.warningsAllowed(),
        "passed with warnings. GetPreCheckResult has them.");
    about(
        Kind.ITEMS_SKIPPED,
        item ->
            item.status() == ItemStatus.SKIPPED
                && !item.reason().equals(Optional.of(NOT_APPLICABLE)),
        !strictness.warningsAllowed(),
        "skipped by a user. GetPreCheckResult says what that may cost.");
  }

  /**
   * An ended precheck has no item under way; if it has one all the same, nothing is known of it.
   */
  private static boolean isUndetermined(ItemStatus status) {
    return switch (status) {
      case UNDETERMINED, PENDING, RUNNING -> true;
      case PASSED, WARNING, FAILED, SKIPPED -> false;
    };
  }

  private void about(Kind kind, Predicate<ItemState> which, boolean blocking, String what) {
    List<String> names = state.items().stream().filter(which).map(ItemState::name).toList();
    if (!names.isEmpty()) {
      String count = names.size() == 1 ? "1 item " : names.size() + " items ";
      String verb = kind == Kind.ITEMS_SKIPPED ? (names.size() == 1 ? "was " : "were ") : "";
      reasons.add(new Reason(kind, blocking, count + verb + what, names));
    }
  }

  private void block(Kind kind, String message) {
    reasons.add(Reason.blocking(kind, message));
  }
}
