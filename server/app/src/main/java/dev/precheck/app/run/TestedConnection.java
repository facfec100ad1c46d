package dev.precheck.app.run;

import dev.precheck.engine.ConnectionReport;
import dev.precheck.spi.Finding;
import java.util.Optional;

/**
 * How connecting to one database went.
 *
 * @param finding what a precheck would say of it; empty if connected
 */
public record TestedConnection(ConnectionReport report, Optional<Finding> finding) {}
