package dev.precheck.app.store;

/**
 * A precheck that is to end.
 *
 * @param id of the precheck
 * @param attempt its current one
 * @param status RUNNING while its statements are being cancelled, or where it has come to since
 * @param request who asked for it first, and when
 */
public record StoppedPrecheck(String id, int attempt, Status status, StopRequest request) {}
