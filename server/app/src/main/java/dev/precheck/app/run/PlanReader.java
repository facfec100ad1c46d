package dev.precheck.app.run;

import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Migration;
import dev.precheck.wire.error.ApiException;

/**
 * Reads a plan as it was submitted. The wire's form of a plan is kept as it came, so one reader
 * serves the submission and each start of its run.
 */
public interface PlanReader {

  /**
   * The plan between two databases.
   *
   * @param request the body of SubmitPreCheck, JSON
   * @throws ApiException if it selects nothing or has no phase
   */
  Migration read(String request, Endpoint source, Endpoint target);

  /** The data sources that a plan is about. */
  Sides sides(String request);

  /**
   * The ids of two data sources.
   *
   * @param source where to migrate from
   * @param target where to migrate to
   */
  record Sides(String source, String target) {}
}
