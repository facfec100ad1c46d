package dev.precheck.app.store;

/**
 * An attempt that waits for its turn.
 *
 * @param attempt its number, from 1
 * @param projectUpdated whether the project's plan was changed with the precheck's
 */
public record BegunAttempt(int attempt, boolean projectUpdated) {}
