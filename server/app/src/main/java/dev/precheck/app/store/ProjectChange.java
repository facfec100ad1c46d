package dev.precheck.app.store;

/**
 * Another plan for a project.
 *
 * @param read what the change is based on; if the project is another by then, it stays as it is
 * @param draft what it becomes
 */
public record ProjectChange(ProjectEntry read, ProjectDraft draft) {}
