package dev.precheck.app.run;

import java.util.Optional;

/**
 * A plan to be prechecked.
 *
 * @param tenant whose it is
 * @param name what the caller calls the precheck
 * @param plan complete, the body of SubmitPreCheck, JSON
 * @param sourceId the data source to migrate from
 * @param sinkId the data source to migrate to
 * @param projectId the project that the precheck is of, not looked up yet
 */
public record Submission(
    String tenant,
    Optional<String> name,
    String plan,
    String sourceId,
    String sinkId,
    Optional<String> projectId) {}
