package dev.precheck.app.store;

/**
 * Where a precheck stands.
 *
 * @param id of the precheck
 * @param revision goes up with every change that a caller can see, from 1
 * @param status of the whole precheck
 */
public record Revision(String id, long revision, Status status) {}
