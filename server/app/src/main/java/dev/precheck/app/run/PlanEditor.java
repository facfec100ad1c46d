package dev.precheck.app.run;

import dev.precheck.spi.QualifiedName;
import dev.precheck.wire.error.ApiException;
import java.util.List;

/** Changes plans as they were submitted. */
public interface PlanEditor {

  /**
   * A plan without some of its tables and views, in every other respect the same.
   *
   * @param plan the body of SubmitPreCheck, JSON
   * @param objects by their names on the source
   * @throws ApiException if the plan does not have one of them
   */
  String without(String plan, List<QualifiedName> objects);
}
