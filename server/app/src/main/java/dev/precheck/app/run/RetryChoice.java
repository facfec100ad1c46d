package dev.precheck.app.run;

import dev.precheck.app.store.ItemEntry;
import dev.precheck.app.store.ItemStatus;
import dev.precheck.app.store.Prechecks;
import dev.precheck.app.store.StoredPlan;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which items of a precheck are judged again. */
public final class RetryChoice {

  /** Open ones too: an earlier version left them so where a run broke. */
  private static final Set<ItemStatus> NOT_PASSED =
      EnumSet.complementOf(EnumSet.of(ItemStatus.PASSED, ItemStatus.SKIPPED));

  private final boolean all;
  private final Optional<List<String>> names;

  private RetryChoice(boolean all, Optional<List<String>> names) {
    this.all = all;
    this.names = names;
  }

  /** Whatever the plan has today. */
  public static RetryChoice all() {
    return new RetryChoice(true, Optional.empty());
  }

  /** Those that neither passed nor are skipped. */
  public static RetryChoice notPassed() {
    return new RetryChoice(false, Optional.empty());
  }

  /** Those with these names. */
  public static RetryChoice of(List<String> names) {
    return new RetryChoice(false, Optional.of(List.copyOf(names)));
  }

  boolean isAll() {
    return all;
  }

  /**
   * Those of a precheck's items that are to be judged again; not for {@link #all}.
   *
   * @throws ApiException if there is none, or a name is unknown
   */
  List<ItemEntry> of(StoredPlan stored) {
    List<ItemEntry> chosen =
        names
            .map(wanted -> named(stored, wanted))
            .orElseGet(
                () ->
                    stored.items().stream().filter(i -> NOT_PASSED.contains(i.status())).toList());
    if (chosen.isEmpty()) {
      String id = stored.precheck().id();
      throw new ApiException(
              ErrorCode.NOTHING_TO_RETRY,
              "There is nothing to retry: every item of the precheck `"
                  + id
                  + "` passed or is skipped.")
          .with("id", id);
    }
    return chosen;
  }

  private static List<ItemEntry> named(StoredPlan stored, List<String> wanted) {
    Set<String> unknown = new HashSet<>(wanted);
    stored.items().forEach(item -> unknown.remove(item.name()));
    // In the order of the request, so that the first mistake is the one that is told.
    wanted.stream()
        .filter(unknown::contains)
        .findFirst()
        .ifPresent(
            name -> {
              throw Prechecks.missingItem(stored.precheck().id(), name);
            });
    Set<String> names = new HashSet<>(wanted);
    return stored.items().stream().filter(item -> names.contains(item.name())).toList();
  }
}
