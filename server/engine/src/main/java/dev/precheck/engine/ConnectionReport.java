package dev.precheck.engine;

import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.Server;
import java.util.Optional;

/**
 * What came of testing one data source.
 *
 * @param attempt how far the connection got
 * @param server what the server says of itself; empty if it could not be asked
 */
public record ConnectionReport(ConnectionAttempt attempt, Optional<Server> server) {}
