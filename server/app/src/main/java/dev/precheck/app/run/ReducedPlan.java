package dev.precheck.app.run;

import dev.precheck.app.store.BlackObjects;

/**
 * A precheck whose plan has become smaller.
 *
 * @param attempt the number of the attempt that judges it
 * @param removed what was taken out
 * @param projectUpdated whether its project has become smaller, too
 */
public record ReducedPlan(int attempt, BlackObjects removed, boolean projectUpdated) {}
