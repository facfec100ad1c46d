package dev.precheck.stub.http;

import dev.precheck.api.AccessApi;
import dev.precheck.api.CheckTypeApi;
import dev.precheck.api.DataSourceApi;
import dev.precheck.api.PreCheckApi;
import dev.precheck.api.ProjectApi;
import dev.precheck.api.ReportApi;
import dev.precheck.api.SteeringApi;
import io.micronaut.http.annotation.Controller;

/** The generated interfaces; whatever operation they have is answered from its examples. */
final class Routes {

  private Routes() {}

  @Controller
  @FromExamples
  interface PreChecks extends PreCheckApi {}

  @Controller
  @FromExamples
  interface Steering extends SteeringApi {}

  @Controller
  @FromExamples
  interface Reports extends ReportApi {}

  @Controller
  @FromExamples
  interface DataSources extends DataSourceApi {}

  @Controller
  @FromExamples
  interface Projects extends ProjectApi {}

  @Controller
  @FromExamples
  interface CheckTypes extends CheckTypeApi {}

  @Controller
  @FromExamples
  interface Access extends AccessApi {}
}
