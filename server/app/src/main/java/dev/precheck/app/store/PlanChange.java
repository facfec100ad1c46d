package dev.precheck.app.store;

import java.util.Optional;

/**
 * What an attempt changes of the plan.
 *
 * @param request the plan from now on, JSON
 * @param planHash what it means
 * @param removed what was taken out of it
 * @param project what becomes of its project at the same moment; empty if that stays as it is
 */
public record PlanChange(
    String request, String planHash, BlackObjects removed, Optional<ProjectChange> project) {}
