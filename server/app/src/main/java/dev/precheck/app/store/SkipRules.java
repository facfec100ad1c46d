package dev.precheck.app.store;

import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What of a precheck may be skipped, and which skips may be undone. */
final class SkipRules {

  private final String precheckId;
  private final Map<String, ItemEntry> items;
  private final List<SkipEntry> inForce;

  SkipRules(String precheckId, List<ItemEntry> items, List<SkipEntry> inForce) {
    this.precheckId = precheckId;
    this.items = items.stream().collect(Collectors.toMap(ItemEntry::name, Function.identity()));
    this.inForce = List.copyOf(inForce);
  }

  /** An item that may be skipped, and where there is something to skip. */
  ItemEntry skippable(String name) {
    ItemEntry item = item(name);
    if (item.skipConsequence().isEmpty()) {
      throw failure(
          ErrorCode.NOT_SKIPPABLE,
          "The item `"
              + name
              + "` may not be skipped: the migration cannot work without what it checks.",
          name);
    }
    ItemStatus judged = item.judged();
    if (judged == ItemStatus.PASSED || judged == ItemStatus.SKIPPED) {
      throw failure(
          ErrorCode.NOTHING_TO_SKIP,
          "There is nothing to skip: the item `" + name + "` is " + judged + ".",
          name);
    }
    inForce.stream()
        .filter(skip -> skip.item().equals(name) && skip.findings().isEmpty())
        .findFirst()
        .ifPresent(
            skip -> {
              throw failure(
                  ErrorCode.NOTHING_TO_SKIP,
                  "There is nothing to skip: the item `"
                      + name
                      + "` is skipped already, by "
                      + skip.id()
                      + ".",
                  name);
            });
    return item;
  }

  /** Lets go on if the item has all of these findings. */
  void refuseUnknown(ItemEntry item, List<String> wanted, Set<String> known) {
    wanted.stream()
        .filter(fingerprint -> !known.contains(fingerprint))
        .findFirst()
        .ifPresent(
            fingerprint -> {
              throw failure(
                      ErrorCode.PRECHECK_FINDING_NOT_FOUND,
                      "The item `"
                          + item.name()
                          + "` has no finding with the fingerprint `"
                          + fingerprint
                          + "`.",
                      item.name())
                  .with("fingerprint", fingerprint);
            });
  }

  /** The skips with these ids, and all of these items. */
  List<SkipEntry> inForce(List<String> ids, List<String> names) {
    Set<String> known = inForce.stream().map(SkipEntry::id).collect(Collectors.toSet());
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new ApiException(
                ErrorCode.PRECHECK_SKIP_NOT_FOUND,
                "No skip `" + id + "` is in force for the precheck `" + precheckId + "`.")
            .with("id", precheckId)
            .with("skip", id);
      }
    }
    Set<String> skipped = inForce.stream().map(SkipEntry::item).collect(Collectors.toSet());
    for (String name : names) {
      if (!skipped.contains(item(name).name())) {
        throw failure(
            ErrorCode.PRECHECK_SKIP_NOT_FOUND,
            "No skip of the item `" + name + "` is in force for the precheck `" + precheckId + "`.",
            name);
      }
    }
    Set<String> wantedIds = new HashSet<>(ids);
    Set<String> wantedItems = new HashSet<>(names);
    return inForce.stream()
        .filter(skip -> wantedIds.contains(skip.id()) || wantedItems.contains(skip.item()))
        .toList();
  }

  private ItemEntry item(String name) {
    ItemEntry item = items.get(name);
    if (item == null) {
      throw Prechecks.missingItem(precheckId, name);
    }
    return item;
  }

  private ApiException failure(ErrorCode code, String message, String name) {
    return new ApiException(code, message).with("id", precheckId).with("name", name);
  }
}
