package dev.precheck.app.report;

import dev.precheck.app.store.ItemStatus;
import dev.precheck.app.store.report.ItemState;
import java.util.Optional;

/**
 * An item whose status is not the same in two runs.
 *
 * @param item as the later run has it, or the earlier one if it is only there
 * @param before its status in the earlier run; empty if it is not there
 * @param after its status in the later run; empty if it is not there
 */
public record ItemChange(ItemState item, Optional<ItemStatus> before, Optional<ItemStatus> after) {}
