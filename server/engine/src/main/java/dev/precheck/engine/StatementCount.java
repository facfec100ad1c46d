package dev.precheck.engine;

/**
 * What a run sent to one server.
 *
 * @param metadata statements that read the catalogue: never more than there are facets
 * @param probes statements that touched tables, or saw how long an answer takes
 */
public record StatementCount(int metadata, int probes) {}
