package dev.precheck.app.store;

/**
 * What an attempt changes of the plan.
 *
 * @param request the plan from now on, JSON
 * @param planHash what it means
 * @param removed what was taken out of it
 */
public record PlanChange(String request, String planHash, BlackObjects removed) {}
