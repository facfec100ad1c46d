package dev.precheck.stub.http;

import java.time.Duration;

/**
 * How the stub was started.
 *
 * @param pace how long a step of a precheck lasts; zero: until the next call
 */
public record StubSettings(Duration pace) {}
