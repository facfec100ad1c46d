package dev.precheck.app.store;

/**
 * A node's right to go on with an attempt of a precheck. Whoever takes the attempt up later holds a
 * higher version, and from then on writes under the older one are refused.
 *
 * @param precheckId the precheck
 * @param attempt from 1
 * @param version of the queue's row when it was picked
 */
public record Claim(String precheckId, int attempt, long version) {}
