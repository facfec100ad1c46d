package dev.precheck.app.store.report;

import dev.precheck.app.store.FindingEntry;
import dev.precheck.spi.Role;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A finding with the item that reports it.
 *
 * @param attempt in which the item was checked, from 1
 * @param fingerprint the same for the same problem at the same object, see the contract
 * @param itemName unique within the precheck
 * @param checkType id of the check
 * @param role which half of a pair the item looks at
 */
public record ReportedFinding(
    int attempt,
    String fingerprint,
    String itemName,
    String checkType,
    Role role,
    @Nested FindingEntry finding) {

  /** Out of {@code finding f} and {@code precheck_item i}. */
  static final String COLUMNS =
      "f.attempt, f.fingerprint, i.name as item_name, i.check_type, i.role, f.ordinal, f.code,"
          + " f.severity, f.side, f.object_kind, f.object_path, f.arguments, f.message, f.remedy,"
          + " f.fix_statements";

  /** Findings {@code f}, each with its item {@code i}; the condition says which attempts count. */
  static final String FROM =
      " from finding f join precheck_item i on i.precheck_id = f.precheck_id"
          + " and i.attempt = f.attempt and i.position = f.position where ";

  /** The findings {@code f} that count now, each with its item {@code i}. */
  static final String TABLES = FROM + CurrentItems.ONLY;
}
