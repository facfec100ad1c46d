package dev.precheck.app.store.report;

import java.util.Optional;

/**
 * The plan that an attempt of a precheck judged.
 *
 * @param request the plan, JSON
 * @param hash what it means, if that is stored
 * @param replaced whether a later attempt judges another one
 */
public record JudgedPlan(String request, Optional<String> hash, boolean replaced) {}
