package dev.precheck.app.store;

/**
 * Something that callers can see of a precheck was changed by this process; published after the
 * commit.
 */
public record PrecheckChanged(String id) {}
