package dev.precheck.app.store;

/** Something is due in the queue; published after the commit. */
public record WorkQueued() {}
