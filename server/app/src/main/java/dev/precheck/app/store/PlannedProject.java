package dev.precheck.app.store;

/**
 * A project with its plan.
 *
 * @param project the project
 * @param plan as SubmitPreCheck takes it, JSON
 */
public record PlannedProject(StoredProject project, String plan) {}
