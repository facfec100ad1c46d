package dev.precheck.app.store.report;

import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A finding and what has become of it.
 *
 * @param reason why that is not known
 * @param finding as the later run has it, or as the earlier one had it
 */
public record ChangedFinding(
    Change change, Optional<String> reason, @Nested ReportedFinding finding) {}
