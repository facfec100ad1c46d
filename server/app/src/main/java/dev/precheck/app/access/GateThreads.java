package dev.precheck.app.access;

/**
 * The threads that ask the store on behalf of requests that come in, {@code micronaut.executors}:
 * not so many that a thousand callers at once are a thousand threads, and enough that a store that
 * is away is told of by many at a time.
 */
final class GateThreads {

  static final String NAME = "gate";

  private GateThreads() {}
}
